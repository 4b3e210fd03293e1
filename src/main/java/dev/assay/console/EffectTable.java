package dev.assay.console;

import dev.assay.assessment.RuleSource;
import dev.assay.simulation.Interval;
import dev.assay.simulation.Lift;
import dev.assay.simulation.Report;
import dev.assay.simulation.RowFigures;
import dev.assay.simulation.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What each row of the rules does.
 *
 * @param rows those that fired, for most leads first, as many as people look at
 * @param fired how many fired
 * @param never those that fired for no lead, as many as people look at
 * @param neverFired how many fired for no lead
 * @param stale how many of the rows that fired are stale
 * @param suggests whether points are suggested for any row
 * @param overall the close rate of all leads, null while no outcome was reported
 */
record EffectTable(
    List<Row> rows,
    int fired,
    List<Link> never,
    int neverFired,
    long stale,
    boolean suggests,
    @Nullable String overall) {

  private static final int MOST = 500;

  /**
   * A row that fired.
   *
   * @param points all that it gave
   * @param each that, by lead
   * @param lift null while no lead was won
   * @param suggested empty where nothing is suggested
   */
  record Row(
      Link link,
      String reason,
      long leads,
      String points,
      String each,
      @Nullable Won lift,
      String suggested,
      @Nullable Instant lastAt,
      boolean stale) {}

  /** How often leads are won with and without it, and the difference with its interval. */
  record Won(String with, String without, String difference, String interval, String way) {}

  /**
   * Where a rule stands.
   *
   * @param href null for rules in DRL
   */
  record Link(String place, @Nullable String href) {}

  static EffectTable of(int ruleset, Report report, Staleness staleness) {
    List<Row> rows = new ArrayList<>();
    for (RowFigures figures : report.after().rows()) {
      rows.add(row(ruleset, figures, staleness.holds(figures)));
    }
    List<RuleSource> never = report.after().neverFired();
    return new EffectTable(
        rows.stream().limit(MOST).toList(),
        rows.size(),
        never.stream().limit(MOST).map(rule -> link(ruleset, rule)).toList(),
        never.size(),
        rows.stream().filter(Row::stale).count(),
        rows.stream().anyMatch(row -> !row.suggested().isEmpty()),
        report.closing() == null ? null : share(report.closing().all()));
  }

  private static Row row(int ruleset, RowFigures figures, boolean stale) {
    Lift lift = figures.lift();
    Integer suggested = lift == null ? null : lift.suggestedPoints();
    boolean gives = figures.points() != 0;
    return new Row(
        link(ruleset, figures.rule()),
        figures.reason() == null ? figures.rule().name() : figures.reason(),
        figures.leads(),
        gives ? "%+,d".formatted(figures.points()) : "–",
        gives ? format("%+.1f", (double) figures.points() / figures.leads()) : "–",
        lift == null ? null : won(lift),
        suggested == null ? "" : suggested.toString(),
        figures.lastAt(),
        stale);
  }

  private static Won won(Lift lift) {
    Interval difference = lift.difference();
    return new Won(
        share(lift.fired()),
        share(lift.rest()),
        format("%+.1f", difference.value() * 100),
        format("%+.1f to %+.1f", difference.low() * 100, difference.high() * 100),
        difference.low() > 0 ? "up" : difference.high() < 0 ? "down" : "");
  }

  private static String share(Share share) {
    return format("%.1f%%", share.rate().value() * 100);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static Link link(int ruleset, RuleSource rule) {
    return new Link(
        ChangedLeads.place(rule),
        rule.sheet() == null || rule.row() == null
            ? null
            : SheetLink.row(ruleset, rule.sheet(), rule.row()));
  }
}
