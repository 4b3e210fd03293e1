package dev.assay.workbook;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that an analyst can put it right in one go. */
final class Errors {
  private final List<WorkbookError> found = new ArrayList<>();

  void add(WorkbookError error) {
    if (found.size() < Limits.ERRORS) {
      found.add(error);
    }
  }

  void add(Cell cell, String expected, String hint) {
    add(cell.error(expected, hint));
  }

  void add(Cell cell, CellProblem problem) {
    add(cell, problem.expected, problem.hint);
  }

  /** About a place where nothing stands. */
  void addBlank(String sheet, int row, int column, String expected, String hint) {
    add(new WorkbookError(sheet, Cell.address(row, column), null, expected, hint));
  }

  boolean any() {
    return !found.isEmpty();
  }

  List<WorkbookError> all() {
    return found.stream().distinct().toList();
  }
}
