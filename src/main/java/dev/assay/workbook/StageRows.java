package dev.assay.workbook;

import dev.assay.assessment.Stages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the funnel from the rows that qualify for stages: in the order in which these first stand.
 */
final class StageRows {
  private final Map<String, @Nullable Integer> leaveBelow = new LinkedHashMap<>();

  Stages read(List<DecisionTable> tables, Errors errors) {
    for (DecisionTable table : tables) {
      for (RuleRow row : table.rows()) {
        String stage = row.text(ActionWord.QUALIFY);
        if (stage != null) {
          read(table, row, stage, errors);
        }
      }
    }
    List<Stages.Stage> stages = new ArrayList<>();
    leaveBelow.forEach((name, score) -> stages.add(new Stages.Stage(name, score)));
    return new Stages(stages);
  }

  private void read(DecisionTable table, RuleRow row, String stage, Errors errors) {
    Integer score = row.number(ActionWord.LEAVE_BELOW);
    Integer before = leaveBelow.get(stage);
    if (before != null && score != null && !before.equals(score)) {
      errors.add(
          new WorkbookError(
              table.sheet(),
              row.cell(ActionWord.LEAVE_BELOW),
              score.toString(),
              "one leaveBelow for stage %s, which above is %d".formatted(stage, before),
              "Write it in one row of the stage only."));
    }
    leaveBelow.put(stage, before == null ? score : before);
  }
}
