package dev.assay.benchmark;

import dev.assay.process.Service;
import java.util.List;

/** How long a service takes from its command until it is ready, with leads and rules as they were. */
final class Starting {
  private final Service service;
  private final Options options;

  Starting(Service service, Options options) {
    this.service = service;
    this.options = options;
  }

  List<Row> measure() {
    double[] seconds = new double[options.rounds()];
    for (int round = 0; round < seconds.length; round++) {
      service.close();
      long begun = System.nanoTime();
      service.restart();
      seconds[round] = (System.nanoTime() - begun) / 1e9;
    }
    return List.of(
        new Row("start, on the database as it is", seconds, "s", "≤ 4 s", Writing.met(seconds, 4)));
  }
}
