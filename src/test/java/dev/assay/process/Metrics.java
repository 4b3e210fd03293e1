package dev.assay.process;

import java.io.IOException;

/** What the metrics page of a running service says. */
final class Metrics {
  private Metrics() {}

  /** The sum of all series of {@code name} whose labels contain {@code label}. */
  static long sum(Caller caller, String name, String label) throws IOException {
    return caller
        .call("GET", "/q/metrics", "")
        .body()
        .lines()
        .filter(line -> line.startsWith(name) && line.contains(label))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
