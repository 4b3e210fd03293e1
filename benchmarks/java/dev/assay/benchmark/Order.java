package dev.assay.benchmark;

import java.time.Duration;

/**
 * What the load process is to do.
 *
 * @param size events in a call or a transaction
 * @param rate calls a second at an even pace; 0 for as many as are answered
 * @param service where to call
 * @param path for {@link Kind#GET} and {@link Kind#EVALUATE}
 */
record Order(
    Kind kind, int connections, int size, int rate, long millis, String service, String path) {

  /**
   * Of what comes at an even pace. Then connections are new and what was idle is cold: a writer
   * that waited while the other one had its turn would be measured at starting.
   */
  static final Duration UNCOUNTED = Duration.ofSeconds(1);

  enum Kind {
    RAW_BATCHES,
    RAW_SINGLES,
    EVENTS,
    EVALUATE,
    GET
  }

  static Order rawBatches(int size, Duration duration) {
    return new Order(Kind.RAW_BATCHES, 1, size, 0, duration.toMillis(), "-", "-");
  }

  static Order rawSingles(int connections, Duration duration) {
    return new Order(Kind.RAW_SINGLES, connections, 1, 0, duration.toMillis(), "-", "-");
  }

  static Order events(Object service, int connections, int size, Duration duration) {
    return new Order(
        Kind.EVENTS, connections, size, 0, duration.toMillis(), service.toString(), "-");
  }

  /**
   * @param path of the one who evaluates
   */
  static Order evaluate(
      Object service, String path, int connections, int events, Duration duration) {
    return new Order(
        Kind.EVALUATE, connections, events, 0, duration.toMillis(), service.toString(), path);
  }

  static Order get(Object service, String path, int connections, Duration duration) {
    return new Order(Kind.GET, connections, 0, 0, duration.toMillis(), service.toString(), path);
  }

  /** The same, at an even pace. */
  Order at(int callsPerSecond) {
    return new Order(kind, connections, size, callsPerSecond, millis, service, path);
  }

  String line() {
    return "%s %d %d %d %d %s %s".formatted(kind, connections, size, rate, millis, service, path);
  }

  static Order parse(String line) {
    String[] part = line.split(" ", -1);
    return new Order(
        Kind.valueOf(part[0]),
        Integer.parseInt(part[1]),
        Integer.parseInt(part[2]),
        Integer.parseInt(part[3]),
        Long.parseLong(part[4]),
        part[5],
        part[6]);
  }
}
