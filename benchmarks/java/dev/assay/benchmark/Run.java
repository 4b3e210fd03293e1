package dev.assay.benchmark;

import java.util.Arrays;

/**
 * What came of calling for a while.
 *
 * @param calls answered with 200
 * @param events acknowledged as accepted, or written by a raw writer
 * @param refused calls answered otherwise
 * @param p50 half of the calls took at most so long, in microseconds
 * @param p99 in microseconds
 * @param max in microseconds
 */
record Run(long calls, long events, long refused, double seconds, long p50, long p99, long max) {

  static Run of(
      long calls, long events, long refused, double seconds, long[] nanos, int measured) {
    long[] sorted = Arrays.copyOf(nanos, measured);
    Arrays.sort(sorted);
    return new Run(
        calls, events, refused, seconds, at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1));
  }

  private static long at(long[] sorted, double part) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))] / 1_000;
  }

  double callsPerSecond() {
    return calls / seconds;
  }

  double eventsPerSecond() {
    return events / seconds;
  }

  String line() {
    return "run %d %d %d %s %d %d %d".formatted(calls, events, refused, seconds, p50, p99, max);
  }

  static Run parse(String line) {
    String[] part = line.split(" ", -1);
    return new Run(
        Long.parseLong(part[1]),
        Long.parseLong(part[2]),
        Long.parseLong(part[3]),
        Double.parseDouble(part[4]),
        Long.parseLong(part[5]),
        Long.parseLong(part[6]),
        Long.parseLong(part[7]));
  }
}
