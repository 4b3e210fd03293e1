package dev.assay.workbook;

import dev.assay.assessment.Group;
import dev.assay.assessment.Stages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What analysts wrote, understood and without errors.
 *
 * @param floor the least score, null for no limit
 * @param ceiling the greatest score, null for no limit
 * @param lists the sheets that are plain lists, as they were written
 */
public record Workbook(
    List<DecisionTable> tables,
    List<Group> groups,
    @Nullable Integer floor,
    @Nullable Integer ceiling,
    Stages stages,
    List<Case> cases,
    List<ParameterList> lists) {

  public Workbook {
    tables = List.copyOf(tables);
    groups = List.copyOf(groups);
    cases = List.copyOf(cases);
    lists = List.copyOf(lists);
  }

  /** All rule rows of all tables. */
  public int rows() {
    return tables.stream().mapToInt(table -> table.rows().size()).sum();
  }
}
