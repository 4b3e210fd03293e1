package dev.assay.console;

import dev.assay.assessment.RuleSource;
import dev.assay.lead.AwardChange;
import dev.assay.lead.AwardChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The awards that made a change of score, in words.
 *
 * @param others what is not listed, null for nothing
 */
record AwardSteps(List<Step> steps, @Nullable String others) {

  /**
   * One of them.
   *
   * @param kind a class of the style sheet: plus or minus
   * @param became what became of an award that was there before, null for a new one
   * @param ruleset the version in which the row stands
   */
  record Step(
      String points,
      String kind,
      String reason,
      @Nullable String became,
      int ruleset,
      @Nullable String sheet,
      @Nullable Integer row) {}

  static @Nullable AwardSteps of(@Nullable AwardChanges awards) {
    return awards == null
        ? null
        : new AwardSteps(
            awards.changes().stream().map(AwardSteps::step).toList(),
            awards.others() == 0
                ? null
                : "%d others, together %+d".formatted(awards.others(), awards.othersPoints()));
  }

  private static Step step(AwardChange change) {
    RuleSource rule = change.rule();
    return new Step(
        "%+d".formatted(change.points()),
        change.points() < 0 ? "minus" : "plus",
        change.reason(),
        became(change),
        change.ruleset(),
        rule == null ? null : rule.sheet(),
        rule == null ? null : rule.row());
  }

  private static @Nullable String became(AwardChange change) {
    if (change.before() == 0) {
      return null;
    }
    return change.after() == 0
        ? "ended"
        : "%d until then, %d from then on".formatted(change.before(), change.after());
  }
}
