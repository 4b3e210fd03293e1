package dev.assay.console;

import dev.assay.simulation.Matrix;
import dev.assay.simulation.Report;
import dev.assay.simulation.Scores;
import dev.assay.simulation.Weeks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a simulation, as tables.
 *
 * @param weeks null unless a period was lived through
 */
record SimulationTables(
    List<String> stages, List<Line> matrix, FigureTable scores, @Nullable FigureTable weeks) {

  /** The leads of a stage before. */
  record Line(String stage, List<Square> squares, long leads) {}

  /**
   * How many leads go to a stage after.
   *
   * @param way a class of the style sheet: same, up or down
   * @param href what follows the address of the page to list them
   */
  record Square(String stage, long leads, String way, String href) {}

  static SimulationTables of(Report report) {
    Matrix matrix = report.stages();
    List<String> names = matrix.names().stream().map(SimulationTables::named).toList();
    List<Line> lines = new ArrayList<>();
    for (int before = 0; before < names.size(); before++) {
      List<Square> squares = new ArrayList<>();
      for (int after = 0; after < names.size(); after++) {
        String way = before == after ? "same" : before < after ? "up" : "down";
        long leads = matrix.leads().get(before).get(after);
        String href =
            "?before=%s&after=%s#changes"
                .formatted(
                    SheetLink.encoded(names.get(before)), SheetLink.encoded(names.get(after)));
        squares.add(new Square(names.get(after), leads, way, href));
      }
      long leads = squares.stream().mapToLong(Square::leads).sum();
      lines.add(new Line(names.get(before), squares, leads));
    }
    return new SimulationTables(names, lines, scores(report.scores()), weeks(report.weeks()));
  }

  static String named(@Nullable String stage) {
    return Objects.requireNonNullElse(stage, "none");
  }

  private static FigureTable scores(List<Scores.Bin> bins) {
    return new FigureTable(
        "Score",
        List.of("before", "after"),
        bins.stream()
            .map(
                bin ->
                    new FigureTable.Row(
                        "%d to %d".formatted(bin.from(), bin.to()),
                        List.of(bin.before(), bin.after())))
            .toList());
  }

  private static @Nullable FigureTable weeks(@Nullable List<Weeks.Week> weeks) {
    if (weeks == null) {
      return null;
    }
    Set<String> stages = new LinkedHashSet<>();
    weeks.forEach(week -> stages.add(week.stage()));
    TreeMap<String, List<Weeks.Week>> byWeek = new TreeMap<>();
    weeks.forEach(
        week ->
            byWeek.computeIfAbsent(week.week().toString(), none -> new ArrayList<>()).add(week));
    List<String> names = new ArrayList<>();
    stages.forEach(stage -> names.addAll(List.of(stage + " before", stage + " after")));
    List<FigureTable.Row> rows = new ArrayList<>();
    byWeek.forEach(
        (week, reached) -> {
          List<Long> counts = new ArrayList<>();
          for (String stage : stages) {
            counts.add(sum(reached, stage, false));
            counts.add(sum(reached, stage, true));
          }
          rows.add(new FigureTable.Row(week, counts));
        });
    return new FigureTable("Week of", names, rows);
  }

  private static long sum(List<Weeks.Week> reached, String stage, boolean after) {
    return reached.stream()
        .filter(week -> week.stage().equals(stage))
        .mapToLong(week -> after ? week.after() : week.before())
        .sum();
  }
}
