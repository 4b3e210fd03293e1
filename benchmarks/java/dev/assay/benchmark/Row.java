package dev.assay.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what was done
 * @param figures one a round
 * @param unit of the figures
 * @param aim in words, empty for none
 * @param reached compared with the aim, empty for none
 */
record Row(String what, double[] figures, String unit, String aim, String reached) {

  static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  double median() {
    return median(figures);
  }

  /** Median, and in brackets the least and the most. */
  String measured() {
    String least = number(Arrays.stream(figures).min().orElse(0));
    String most = number(Arrays.stream(figures).max().orElse(0));
    String spread = figures.length == 1 ? "" : " (%s – %s)".formatted(least, most);
    return number(median()) + " " + unit + spread;
  }

  private static String number(double figure) {
    return figure >= 100
        ? String.format(Locale.ROOT, "%,.0f", figure)
        : String.format(Locale.ROOT, "%.3g", figure);
  }

  static String table(List<Row> rows) {
    StringBuilder table = new StringBuilder("| work | measured | aim | reached |\n|---|---|---|---|\n");
    for (Row row : rows) {
      table.append("| %s | %s | %s | %s |\n".formatted(row.what, row.measured(), row.aim, row.reached));
    }
    return table.toString();
  }
}
