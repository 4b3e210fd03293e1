package dev.assay.workbook;

import java.util.List;

/**
 * A table of rules on a sheet.
 *
 * @param name unique in the workbook
 * @param cell of its {@code RuleTable} keyword
 * @param headings of its columns, from left to right; columns of notes are left out
 */
public record DecisionTable(
    String name, String sheet, String cell, List<Heading> headings, List<RuleRow> rows) {

  public DecisionTable {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /** The name by which Drools knows a row. */
  public String ruleName(RuleRow row) {
    return name.replace(' ', '_') + "_" + row.number();
  }
}
