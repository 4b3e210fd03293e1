package dev.assay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Puts the figures into the documentation, between two markers. */
final class Report {
  private static final String BEGIN = "<!-- figures -->\n";
  private static final String END = "<!-- end of figures -->";

  private Report() {}

  static void write(Path page, String table) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(
          "%s needs the lines %s and %s".formatted(page, BEGIN.strip(), END));
    }
    String figures = "Measured on %s (UTC).%n%n%s%n".formatted(LocalDate.now(ZoneOffset.UTC), table);
    Files.writeString(
        page, text.substring(0, begin + BEGIN.length()) + "\n" + figures + text.substring(end));
  }
}
