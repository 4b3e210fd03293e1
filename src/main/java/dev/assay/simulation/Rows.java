package dev.assay.simulation;

import dev.assay.assessment.RuleSource;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.ChangePoints;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.RuleRow;
import dev.assay.workbook.Workbook;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook by the names of their rules, in their order. */
final class Rows {
  final Map<String, Row> byRule = new LinkedHashMap<>();

  /**
   * A row.
   *
   * @param reason what its points are for, null where it says none
   * @param pointsCell where its points stand, null if it gives none
   */
  record Row(RuleSource rule, @Nullable String reason, @Nullable String pointsCell) {}

  Rows(Workbook workbook) {
    for (DecisionTable table : workbook.tables()) {
      for (RuleRow row : table.rows()) {
        String name = table.ruleName(row);
        byRule.put(
            name,
            new Row(
                RuleSource.row(name, table.sheet(), row.number(), byRule.size()),
                row.text(ActionWord.REASON),
                ChangePoints.cell(row)));
      }
    }
  }
}
