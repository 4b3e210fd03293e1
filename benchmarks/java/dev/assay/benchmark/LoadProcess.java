package dev.assay.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes load in a process of its own, so that it shares neither heap nor compiler with what is
 * measured. Reads one order a line and answers each with the line of a {@link Run}.
 */
final class LoadProcess {
  private final RawWriter raw;
  private final String key;
  private final int leads;
  private final Zipf zipf;
  private int runs;

  private LoadProcess(String key, String jdbcUrl, int leads) {
    this.raw = new RawWriter(jdbcUrl);
    this.key = key;
    this.leads = leads;
    this.zipf = new Zipf(leads);
  }

  /** Arguments: API key, JDBC URL, number of leads. */
  public static void main(String[] args) throws Exception {
    LoadProcess load = new LoadProcess(args[0], args[1], Integer.parseInt(args[2]));
    try (BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        System.out.println(load.carryOut(Order.parse(line)).line());
      }
    }
  }

  private Run carryOut(Order order) throws Exception {
    Duration duration = Duration.ofMillis(order.millis());
    Traffic traffic = traffic();
    return switch (order.kind()) {
      case RAW_BATCHES -> raw.batches(traffic, order.size(), duration);
      case RAW_SINGLES -> raw.singles(many(order.connections()), duration, order.rate());
      case EVENTS ->
          call(
              order,
              "POST /v1/events",
              order.size() == 1 ? traffic::one : () -> traffic.batch(order.size()));
      case EVALUATE ->
          call(order, "POST " + order.path(), prepared(() -> traffic.evaluation(order.size())));
      case GET -> call(order, "GET " + order.path(), () -> new byte[0]);
    };
  }

  /** Made before the run, so that making them is not part of it. */
  private static Supplier<byte[]> prepared(Supplier<byte[]> bodies) {
    List<byte[]> ready = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      ready.add(bodies.get());
    }
    int[] next = {0};
    return () -> ready.get(next[0]++ % ready.size());
  }

  private Run call(Order order, String request, Supplier<byte[]> bodies) throws IOException {
    try (Calls calls =
        new Calls(URI.create(order.service()), key, request, order.connections(), bodies)) {
      Duration duration = Duration.ofMillis(order.millis());
      return order.rate() == 0 ? calls.closed(duration) : calls.open(duration, order.rate());
    }
  }

  private List<Traffic> many(int count) {
    List<Traffic> many = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      many.add(traffic());
    }
    return many;
  }

  private Traffic traffic() {
    return new Traffic(zipf, leads, Long.toString(System.currentTimeMillis(), 36) + "." + runs++);
  }
}
