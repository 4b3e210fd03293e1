package dev.assay.ruleset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.assay.advice.Warning;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.WorkbookError;
import java.util.List;

/**
 * Everything that is known about a version.
 *
 * @param tables what was read
 * @param errors what must be put right, in the order of sheets and cells
 * @param warnings what is allowed but hardly meant
 * @param cases its example leads; none are tried while there are errors
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Findings(
    List<TableRead> tables,
    List<WorkbookError> errors,
    List<Warning> warnings,
    List<CaseResult> cases) {

  public Findings {
    tables = List.copyOf(tables);
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    cases = List.copyOf(cases);
  }

  /**
   * A rule table.
   *
   * @param cell where it begins
   * @param rows rules in it
   */
  public record TableRead(String name, String sheet, String cell, int rows) {
    static TableRead of(DecisionTable table) {
      return new TableRead(table.name(), table.sheet(), table.cell(), table.rows().size());
    }
  }

  List<CaseResult> failedCases() {
    return cases.stream().filter(result -> !result.passed()).toList();
  }

  /** Whether the version may go live. */
  @JsonIgnore
  boolean sound() {
    return errors.isEmpty() && failedCases().isEmpty();
  }

  Figures figures() {
    return new Figures(
        tables.size(),
        tables.stream().mapToInt(TableRead::rows).sum(),
        errors.size(),
        warnings.size(),
        cases.size(),
        failedCases().size());
  }
}
