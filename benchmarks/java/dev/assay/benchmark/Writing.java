package dev.assay.benchmark;

import dev.assay.process.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Events over HTTP, beside programs that only write the rows. */
final class Writing {
  private static final int BATCH = 500;
  private static final int BATCH_CONNECTIONS = 4;
  private static final int SINGLE_CONNECTIONS = 64;
  private static final int RAW_CONNECTIONS = 32;

  private final Load load;
  private final Service process;
  private final Object service;
  private final Options options;
  private final Duration window;

  Writing(Load load, Service service, Options options) {
    this.load = load;
    this.process = service;
    this.service = service.uri();
    this.options = options;
    this.window = options.window();
  }

  private void warmUp() throws IOException {
    Duration half = options.warmUp().dividedBy(2);
    load.run(Order.events(service, BATCH_CONNECTIONS, BATCH, half));
    load.run(Order.events(service, SINGLE_CONNECTIONS, 1, half));
  }

  List<Row> measure() throws IOException, InterruptedException {
    warmUp();
    int rounds = options.rounds();
    double[] batches = new double[rounds];
    double[] rawBatches = new double[rounds];
    double[] singles = new double[rounds];
    double[] rawSingles = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      batches[round] = events(Order.events(service, BATCH_CONNECTIONS, BATCH, window));
      rawBatches[round] = events(Order.rawBatches(BATCH, window));
      singles[round] = events(Order.events(service, SINGLE_CONNECTIONS, 1, window));
      rawSingles[round] = events(Order.rawSingles(RAW_CONNECTIONS, window));
    }
    int half = (int) (Row.median(singles) / 2);
    double[] p99 = new double[rounds];
    double[] rawP99 = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      p99[round] = p99(Order.events(service, SINGLE_CONNECTIONS, 1, window).at(half));
      rawP99[round] = p99(Order.rawSingles(RAW_CONNECTIONS, window).at(half));
    }
    return List.of(
        row("batches of 500, 4 connections", batches, "≥ 0.6 × raw", against(batches, rawBatches)),
        row("raw: one connection, batches of 500", rawBatches, "", ""),
        row("single events, 64 connections", singles, "≥ 1.0 × raw", against(singles, rawSingles)),
        row("raw: one event a transaction, 32 connections", rawSingles, "", ""),
        new Row("p99 of one event at half of that rate", p99, "ms", "≤ 15 ms", met(p99, 15)),
        new Row("raw: p99 of one transaction at the same rate", rawP99, "ms", "", ""));
  }

  /** Of an answer, or a transaction, in milliseconds. */
  private double p99(Order paced) throws IOException {
    return load.run(paced).p99() / 1_000.0;
  }

  private double events(Order order) throws IOException, InterruptedException {
    Processor before = Processor.now(process);
    Run run = load.run(order);
    Processor used = Processor.now(process).since(before);
    System.err.printf(
        "%s of %d: %,.0f events/s, p99 %.1f ms; processor time an event: service %.0f us,"
            + " database %.0f us%n",
        order.kind(),
        order.size(),
        run.eventsPerSecond(),
        run.p99() / 1e3,
        used.service().toNanos() / 1e3 / run.events(),
        used.database().toNanos() / 1e3 / run.events());
    return run.eventsPerSecond();
  }

  private static Row row(String what, double[] figures, String aim, String reached) {
    return new Row(what, figures, "events/s", aim, reached);
  }

  static String against(double[] ours, double[] theirs) {
    return String.format(Locale.ROOT, "%.2f ×", Row.median(ours) / Row.median(theirs));
  }

  static String met(double[] figures, double most) {
    return Row.median(figures) <= most ? "yes" : "no";
  }
}
