package dev.assay.benchmark;

import dev.assay.process.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** All leads fall due for a review at one moment, while events keep coming. */
final class Reviewing {
  private static final int RATE = 400;
  private static final int CONNECTIONS = 16;
  private static final int WINDOWS = 4;

  /** What it takes to set the moment for all of them, and to measure before it comes. */
  private static final Duration AT_LEAST = Duration.ofMinutes(1);

  private static final Duration A_LEAD = Duration.ofNanos(200_000);

  private final Load load;
  private final Service service;
  private final Options options;

  Reviewing(Load load, Service service, Options options) {
    this.load = load;
    this.service = service;
    this.options = options;
  }

  List<Row> measure() throws IOException, SQLException, InterruptedException {
    load.run(Order.events(service.uri(), CONNECTIONS, 1, options.warmUp()));
    Duration window = options.window().multipliedBy(WINDOWS);
    Order flow = Order.events(service.uri(), CONNECTIONS, 1, window).at(RATE);
    try (Connection connection = service.connect()) {
      Instant moment = Instant.now().plus(AT_LEAST).plus(A_LEAD.multipliedBy(options.leads()));
      fallDue(connection, moment);
      Run before = load.run(flow);
      if (Instant.now().isAfter(moment)) {
        throw new IllegalStateException("the moment came before all was ready");
      }
      Thread.sleep(Duration.between(Instant.now(), moment).toMillis());
      long begun = System.nanoTime();
      load.begin(flow);
      LeadsLeft.awaitNone(connection, "next_review_at <= '%s'".formatted(moment));
      double[] seconds = {(System.nanoTime() - begun) / 1e9};
      Run beside = load.await();
      double[] rate = {options.leads() / seconds[0]};
      String each = " of one event, %d a second".formatted(RATE);
      String due = ", while all leads are due";
      return List.of(
          new Row("all leads reviewed, due at once", seconds, "s", "", ""),
          new Row("leads reviewed a second", rate, "", "", ""),
          new Row("p50" + each, millis(before.p50()), "ms", "", ""),
          new Row("p50" + each + due, millis(beside.p50()), "ms", "", ""),
          new Row("p99" + each, millis(before.p99()), "ms", "", ""),
          new Row("p99" + each + due, millis(beside.p99()), "ms", "", ""));
    }
  }

  private static double[] millis(long micros) {
    return new double[] {micros / 1_000.0};
  }

  private static void fallDue(Connection connection, Instant moment) throws SQLException {
    try (PreparedStatement all =
            connection.prepareStatement("UPDATE lead SET next_review_at = ?");
        PreparedStatement vacuum = connection.prepareStatement("VACUUM ANALYZE lead");
        PreparedStatement written = connection.prepareStatement("CHECKPOINT")) {
      all.setObject(1, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
      all.executeUpdate();
      vacuum.execute();
      written.execute();
    }
  }
}
