package dev.assay.operations;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What docs/metrics.md promises. */
final class MetricsPage {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (counter|gauge|summary|timer)(, buckets)? \\|");

  private MetricsPage() {}

  /** The names of all series there have to be. */
  static Set<String> names() throws IOException {
    return ROW.matcher(Files.readString(Path.of("docs/metrics.md")))
        .results()
        .flatMap(row -> names(row.group(1), row.group(2), row.group(3) != null))
        .collect(toSet());
  }

  private static Stream<String> names(String name, String type, boolean buckets) {
    Stream<String> suffixes =
        switch (type) {
          case "summary", "timer" -> Stream.of("_count", "_sum", "_max");
          default -> Stream.of("");
        };
    return Stream.concat(suffixes, buckets ? Stream.of("_bucket") : Stream.of())
        .map(suffix -> name + suffix);
  }
}
