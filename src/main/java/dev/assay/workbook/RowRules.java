package dev.assay.workbook;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold for the cells of one row together. */
final class RowRules {
  private static final Set<ActionWord> COUNTING =
      EnumSet.of(ActionWord.EACH, ActionWord.AT_MOST, ActionWord.WITHIN, ActionWord.FADE);
  private static final Set<ActionWord> OF_POINTS =
      EnumSet.of(
          ActionWord.AT_MOST,
          ActionWord.WITHIN,
          ActionWord.FADE,
          ActionWord.REASON,
          ActionWord.GROUP);

  private final String sheet;
  private final int firstColumn;
  private final Errors errors;
  private boolean sound = true;

  RowRules(String sheet, int firstColumn, Errors errors) {
    this.sheet = sheet;
    this.firstColumn = firstColumn;
    this.errors = errors;
  }

  /** The row, or null if something does not fit together. */
  @Nullable RuleRow checked(RuleRow row) {
    boolean once = row.has(ActionWord.ONCE);
    boolean each = row.has(ActionWord.EACH);
    boolean points = once || each;
    boolean counts =
        row.patterns().stream().anyMatch(p -> p.fact() == FactType.ACTIVITY && !p.absent());

    require(
        row,
        !row.patterns().isEmpty(),
        "at least one condition",
        "A row without conditions would hold for every lead: fill in a condition or clear the row.");
    require(
        row,
        !row.actions().isEmpty(),
        "at least one action",
        "Say what the row does, or clear it.");
    require(
        row,
        EnumSet.of(ActionWord.EACH),
        !(once && each),
        "points either once or each",
        "Clear one of the two cells.");
    require(
        row,
        EnumSet.of(ActionWord.ONCE, ActionWord.EACH),
        !points || row.has(ActionWord.REASON),
        "a reason beside the points",
        "Tell sales in a few words why.");
    require(
        row,
        OF_POINTS,
        points || row.actions().stream().noneMatch(a -> OF_POINTS.contains(a.word())),
        "points, once or each",
        "Reason, group, limits and fade belong to points: fill in points or clear them.");
    require(
        row,
        COUNTING,
        counts || row.actions().stream().noneMatch(a -> COUNTING.contains(a.word())),
        "a condition on an Activity",
        "Each, atMost, within and fade count occurrences: say of which activity.");
    require(
        row,
        EnumSet.of(ActionWord.AT_MOST),
        each || !row.has(ActionWord.AT_MOST),
        "points each beside atMost",
        "Points given once are given at most once anyway: clear atMost.");
    boolean late = row.looksAt(FactType.SCORE) || row.looksAt(FactType.QUALIFICATION);
    require(
        row,
        EnumSet.of(ActionWord.ONCE, ActionWord.EACH),
        !(points && late),
        "points that do not depend on the Score",
        "The Score is their total: use a condition on the lead or its activities.");
    require(
        row,
        EnumSet.of(ActionWord.TRAIT),
        !(row.has(ActionWord.TRAIT) && (late || row.looksForAbsent(FactType.TRAIT))),
        "a trait that depends on neither the Score nor a missing trait",
        "Else the outcome would depend on the order of rules.");
    require(
        row,
        EnumSet.of(ActionWord.LEAVE_BELOW),
        row.has(ActionWord.QUALIFY) || !row.has(ActionWord.LEAVE_BELOW),
        "a stage beside leaveBelow",
        "Say which stage is left, or clear leaveBelow.");
    return sound ? row : null;
  }

  private void require(RuleRow row, boolean holds, String expected, String hint) {
    require(row, Set.of(), holds, expected, hint);
  }

  /**
   * Reports a problem at the first action of the given kind, or at the row if it has none of them.
   */
  private void require(
      RuleRow row, Set<ActionWord> about, boolean holds, String expected, String hint) {
    if (holds) {
      return;
    }
    sound = false;
    row.actions().stream()
        .filter(action -> about.contains(action.word()))
        .findFirst()
        .ifPresentOrElse(
            at -> errors.add(new WorkbookError(sheet, at.cell(), at.text(), expected, hint)),
            () -> errors.addBlank(sheet, row.number() - 1, firstColumn, expected, hint));
  }
}
