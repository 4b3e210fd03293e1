package dev.assay.console;

import dev.assay.assessment.RuleSource;
import dev.assay.simulation.Change;
import dev.assay.simulation.ChangePage;
import dev.assay.simulation.Difference;
import dev.assay.simulation.SimulationView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads that change stage, and why.
 *
 * @param next where the leads after these are, null on the last page
 */
record ChangedLeads(List<Row> rows, @Nullable String next) {

  /** A lead. */
  record Row(String href, String lead, String stages, String scores, List<Reason> reasons) {}

  /**
   * A line of its explanation that differs.
   *
   * @param points before and after, as far as it has them
   * @param place of the rule in words, null where there is none
   * @param href of the row that says so, null where there is none
   */
  record Reason(String points, String why, @Nullable String place, @Nullable String href) {}

  static ChangedLeads of(ChangePage page, SimulationView simulation, String next) {
    String cursor = page.next();
    return new ChangedLeads(
        page.changes().stream().map(change -> row(change, simulation)).toList(),
        cursor == null ? null : next + "&cursor=" + SheetLink.encoded(cursor));
  }

  private static Row row(Change change, SimulationView simulation) {
    return new Row(
        "/leads/" + LeadsQuery.encoded(change.lead()),
        change.lead(),
        stage(change.before()) + " → " + stage(change.after()),
        change.before().score() + " → " + change.after().score(),
        change.differences().stream().map(each -> reason(each, simulation)).toList());
  }

  private static String stage(Change.Place place) {
    return SimulationTables.named(place.stage());
  }

  private static Reason reason(Difference difference, SimulationView simulation) {
    Difference.Said before = difference.before();
    Difference.Said after = difference.after();
    Difference.Said shown = after == null ? before : after;
    RuleSource rule = shown == null ? null : shown.rule();
    int ruleset = after == null ? simulation.live() : simulation.ruleset();
    return new Reason(
        points(before) + " → " + points(after),
        difference.reason(),
        rule == null ? null : place(rule),
        rule == null || rule.sheet() == null || rule.row() == null
            ? null
            : SheetLink.row(ruleset, rule.sheet(), rule.row()));
  }

  private static String points(Difference.@Nullable Said said) {
    return said == null ? "nothing" : said.points() == 0 ? "holds" : "%+d".formatted(said.points());
  }

  static String place(RuleSource rule) {
    return rule.sheet() == null
        ? String.valueOf(rule.file())
        : "%s, row %d".formatted(rule.sheet(), rule.row());
  }
}
