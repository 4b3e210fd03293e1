package dev.assay.console;

import dev.assay.report.Overview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The overview's figures as tables; the charts are drawn from them. */
public record OverviewTables(
    List<Step> funnel,
    FigureTable reached,
    FigureTable bands,
    List<BandOutcome> outcomes,
    List<Buyer> lowScorers) {

  /**
   * A bar of the funnel.
   *
   * @param of how many the widest bar stands for
   */
  public record Step(
      String name, long count, long of, String conversion, String days, String now) {}

  /** What became of a band. */
  public record BandOutcome(String band, long won, long lost, long all, String rate) {}

  /**
   * Someone who bought.
   *
   * @param href of the lead's page
   */
  public record Buyer(
      String href, String name, String company, int score, String band, Instant at) {
    static Buyer of(Overview.Bought bought) {
      String name =
          Stream.of(bought.firstName(), bought.lastName())
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" "));
      return new Buyer(
          "/leads/" + LeadsQuery.encoded(bought.lead()),
          name.isBlank() ? bought.lead() : name,
          Objects.requireNonNullElse(bought.company(), "–"),
          bought.scoreBefore(),
          named(bought.bandBefore()),
          bought.boughtAt());
    }
  }

  static OverviewTables of(Overview overview) {
    Overview.Figures figures = overview.figures();
    List<Step> funnel = new ArrayList<>();
    funnel.add(new Step("All leads", figures.leads(), figures.leads(), "", "", ""));
    for (Overview.Step step : figures.funnel()) {
      funnel.add(
          new Step(
              step.stage(),
              step.reached(),
              figures.leads(),
              percent(step.conversion()),
              step.medianDays() == null
                  ? "–"
                  : String.format(Locale.ROOT, "%.1f", step.medianDays()),
              String.valueOf(step.now())));
    }
    return new OverviewTables(
        funnel,
        table(
            figures.weeks().stream()
                .map(one -> new Cell(one.week(), one.stage(), one.leads()))
                .toList(),
            figures.funnel().stream().map(Overview.Step::stage).toList()),
        table(
            figures.bands().stream()
                .map(one -> new Cell(one.week(), named(one.band()), one.leads()))
                .toList(),
            List.of()),
        figures.outcomes().stream()
            .map(
                one ->
                    new BandOutcome(
                        named(one.band()),
                        one.won(),
                        one.lost(),
                        one.won() + one.lost(),
                        percent(one.getWinRate())))
            .toList(),
        overview.lowScorersWhoBought().stream().map(Buyer::of).toList());
  }

  private record Cell(LocalDate week, String name, long count) {}

  /** Weeks in which nothing was counted have zeros. */
  private static FigureTable table(List<Cell> cells, List<String> known) {
    Set<String> names = new LinkedHashSet<>(known);
    TreeMap<LocalDate, Map<String, Long>> weeks = new TreeMap<>();
    for (Cell cell : cells) {
      names.add(cell.name());
      weeks.computeIfAbsent(cell.week(), week -> new TreeMap<>()).put(cell.name(), cell.count());
    }
    List<FigureTable.Row> rows = new ArrayList<>();
    if (!weeks.isEmpty()) {
      LocalDate last = weeks.lastKey();
      for (LocalDate week = weeks.firstKey(); !week.isAfter(last); week = week.plusWeeks(1)) {
        Map<String, Long> counts = weeks.getOrDefault(week, Map.of());
        rows.add(
            new FigureTable.Row(
                week.toString(),
                names.stream()
                    .map(name -> Objects.requireNonNullElse(counts.get(name), 0L))
                    .toList()));
      }
    }
    return new FigureTable("Week of", List.copyOf(names), rows);
  }

  private static String named(@Nullable String band) {
    return band == null ? "none" : band;
  }

  private static String percent(@Nullable Double part) {
    return part == null ? "–" : String.format(Locale.ROOT, "%.0f%%", part * 100);
  }
}
