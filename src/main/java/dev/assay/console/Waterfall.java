package dev.assay.console;

import dev.assay.assessment.Dimension;
import dev.assay.assessment.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The score as steps from 0 to the total, one bar a line of the explanation.
 *
 * @param zero where the score 0 lies, in hundredths of the width
 */
record Waterfall(List<Bar> bars, int zero) {

  /**
   * One step.
   *
   * @param kind a class of the style sheet: fit, engagement, minus or limit
   * @param x where it begins, in hundredths of the width
   * @param total the score after it
   */
  record Bar(
      String reason,
      String points,
      int total,
      String kind,
      String x,
      String width,
      @Nullable String sheet,
      @Nullable Integer row,
      @Nullable String file,
      String detail) {}

  /** Who they are, then what they do, each strongest first, then the limits. */
  static Waterfall of(List<Line> lines) {
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(
        Comparator.comparingInt(Waterfall::part)
            .thenComparing(Comparator.comparingInt(Line::points).reversed()));
    int low = 0;
    int high = 1;
    int total = 0;
    for (Line line : sorted) {
      total += line.points();
      low = Math.min(low, total);
      high = Math.max(high, total);
    }
    List<Bar> bars = new ArrayList<>();
    total = 0;
    for (Line line : sorted) {
      int before = total;
      total += line.points();
      bars.add(bar(line, before, total, low, high - low));
    }
    return new Waterfall(bars, -100 * low / (high - low));
  }

  private static int part(Line line) {
    return line instanceof Line.Award award ? (award.dimension() == Dimension.FIT ? 0 : 1) : 2;
  }

  private static Bar bar(Line line, int before, int after, int low, int span) {
    double x = 100.0 * (Math.min(before, after) - low) / span;
    double width = Math.max(0.4, 100.0 * Math.abs(after - before) / span);
    Line.Award award = line instanceof Line.Award given ? given : null;
    return new Bar(
        line.reason(),
        "%+d".formatted(line.points()),
        after,
        award == null ? "limit" : line.points() < 0 ? "minus" : name(award.dimension()),
        hundredths(x),
        hundredths(width),
        award == null ? null : award.rule().sheet(),
        award == null ? null : award.rule().row(),
        award == null ? null : award.rule().file(),
        award == null ? "" : detail(award));
  }

  private static String name(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  private static String hundredths(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static String detail(Line.Award award) {
    List<String> parts = new ArrayList<>();
    if (!award.counted().isEmpty()) {
      parts.add(
          award.counted().stream()
              .map(each -> each.type() + (each.subject() == null ? "" : " " + each.subject()))
              .limit(3)
              .collect(Collectors.joining(", ")));
    }
    if (award.occurrences() != null && award.occurrences() > 1) {
      parts.add(award.occurrences() + " times");
    }
    if (award.fade() != null) {
      parts.add("%+d before fading %s".formatted(award.pointsEach(), award.fade()));
    }
    if (award.last() != null) {
      parts.add("last on " + Times.day(Objects.requireNonNull(award.last())));
    }
    return String.join(" · ", parts);
  }
}
