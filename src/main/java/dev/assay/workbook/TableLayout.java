package dev.assay.workbook;

/**
 * Where a rule table stands on its sheet. All numbers are from 0.
 *
 * @param keyword the {@code RuleTable} cell
 * @param lastColumn of the table
 * @param lastRow the last row that can hold a rule of the table
 */
record TableLayout(Grid grid, Cell keyword, int lastColumn, int lastRow) {

  int firstColumn() {
    return keyword.column();
  }

  int kindRow() {
    return keyword.row() + 1;
  }

  int objectRow() {
    return keyword.row() + 2;
  }

  int snippetRow() {
    return keyword.row() + 3;
  }

  int labelRow() {
    return keyword.row() + 4;
  }

  int firstRow() {
    return keyword.row() + 5;
  }

  /** Whether the cell says what a column of this table is. */
  boolean isKind(Cell cell) {
    return cell.row() == kindRow() && inColumns(cell);
  }

  /** Whether the cell is the snippet of a column of this table. */
  boolean isSnippet(Cell cell) {
    return cell.row() == snippetRow()
        && inColumns(cell)
        && grid.cell(kindRow(), cell.column()) != null;
  }

  private boolean inColumns(Cell cell) {
    return cell.column() >= firstColumn() && cell.column() <= lastColumn;
  }
}
