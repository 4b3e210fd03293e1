package dev.assay.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong, so that an analyst can put it right in one go. */
final class Errors {
  private final List<WorkbookError> found = new ArrayList<>();
  private boolean more;

  void add(WorkbookError error) {
    if (found.size() < Limits.ERRORS) {
      found.add(error);
    } else {
      more = true;
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

  int size() {
    return found.size();
  }

  /**
   * The errors in the order in which people find them.
   *
   * @param sheets in their order
   */
  List<WorkbookError> all(List<String> sheets) {
    List<WorkbookError> all = new ArrayList<>(found.stream().distinct().toList());
    all.sort(
        Comparator.comparingInt((WorkbookError error) -> sheets.indexOf(error.sheet()))
            .thenComparingInt(error -> place(error.cell()).getRow())
            .thenComparingInt(error -> place(error.cell()).getCol()));
    if (more) {
      all.add(
          WorkbookError.ofFile(
              "at most %d errors".formatted(Limits.ERRORS),
              "There are more: correct these first."));
    }
    return all;
  }

  private static CellReference place(@Nullable String cell) {
    return cell == null ? new CellReference(-1, -1) : new CellReference(cell);
  }
}
