package dev.assay.advice;

import dev.assay.workbook.FactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The most that rows of one group can give together. Rows that ask for different values of the same
 * field of a lead never hold together, so of these the best value counts alone.
 */
final class Gains {

  /** Points and the values for which they are given. */
  private record Gain(long points, Domain domain) {}

  private final Map<String, List<Gain>> byField = new TreeMap<>();
  private long always;

  /** Adds what a row can give, not negative. */
  void add(RowLogic row, long points) {
    for (Demand demand : row.demands()) {
      if (demand.fact() == FactType.LEAD) {
        for (var domain : demand.domains().entrySet()) {
          boolean exclusive =
              domain.getValue() instanceof Range
                  || (domain.getValue() instanceof Texts texts && texts.values() != null);
          if (exclusive) {
            byField
                .computeIfAbsent(domain.getKey(), field -> new ArrayList<>())
                .add(new Gain(points, domain.getValue()));
            return;
          }
        }
      }
    }
    add(points);
  }

  /** Adds what can be given whoever the lead is. */
  void add(long points) {
    always = Span.capped(always + points);
  }

  long most() {
    long most = always;
    for (List<Gain> gains : byField.values()) {
      most = Span.capped(most + Math.max(bestRange(gains), 0) + bestText(gains));
    }
    return most;
  }

  private static long bestText(List<Gain> gains) {
    Map<String, Long> sums = new HashMap<>();
    for (Gain gain : gains) {
      if (gain.domain() instanceof Texts texts && texts.values() != null) {
        texts.values().forEach(value -> sums.merge(value, gain.points(), Long::sum));
      }
    }
    return sums.values().stream().mapToLong(sum -> sum).max().orElse(0);
  }

  /** The largest sum over all numbers: ranges begin and end as the number grows. */
  private static long bestRange(List<Gain> gains) {
    List<double[]> ends = new ArrayList<>();
    for (Gain gain : gains) {
      if (gain.domain() instanceof Range range) {
        ends.add(new double[] {range.least(), 0, gain.points()});
        ends.add(new double[] {range.most(), 1, -gain.points()});
      }
    }
    ends.sort(
        Comparator.comparingDouble((double[] end) -> end[0]).thenComparingDouble(end -> end[1]));
    double sum = 0;
    double best = 0;
    for (double[] end : ends) {
      sum += end[2];
      best = Math.max(best, sum);
    }
    return Span.capped((long) best);
  }
}
