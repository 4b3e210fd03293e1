package dev.assay.advice;

import dev.assay.workbook.Condition;
import dev.assay.workbook.FactType;
import dev.assay.workbook.Pattern;
import java.util.List;

/**
 * Finds rows that ask for silence without saying of what subject: these hold as soon as there is
 * one subject of which it is so long ago, whatever else was done meanwhile.
 */
final class QuietSubjects {
  private QuietSubjects() {}

  static void check(RowLogic row, Warnings warnings) {
    for (Pattern pattern : row.row().patterns()) {
      boolean anySubject =
          pattern.conditions().stream()
              .noneMatch(condition -> Demand.key(condition).equals("subject"));
      if (pattern.fact() == FactType.ACTIVITY && !pattern.absent() && anySubject) {
        check(row, pattern, warnings);
      }
    }
  }

  private static void check(RowLogic row, Pattern pattern, Warnings warnings) {
    for (int i = 0; i < pattern.conditions().size(); i++) {
      if (pattern.conditions().get(i) instanceof Condition.QuietFor quiet) {
        boolean typed =
            pattern.conditions().stream()
                .anyMatch(condition -> Demand.key(condition).equals("type"));
        warnings.add(
            WarningCode.QUIET_SUBJECTS,
            row.sheet(),
            List.of(pattern.cells().get(i)),
            "%s holds as soon as one single subject was left alone for %d days, even if the lead was active on others yesterday."
                .formatted("R" + row.place().substring(1), quiet.days()),
            typed
                ? "To mean all subjects together, add a column Text.presence(subject, \"$param\") for the same activity and write absent."
                : "To mean everything the lead did, ask the History instead of an Activity.");
      }
    }
  }
}
