package dev.assay.console;

import dev.assay.workbook.DrawWorkbook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sheet, drawn as a spreadsheet.
 *
 * @param letters of its columns
 * @param before the row with which the part before it begins, null if there is none
 * @param after the row with which the part after it begins, null if there is none
 */
record SheetView(
    String name,
    List<Tab> tabs,
    List<String> letters,
    List<Line> lines,
    @Nullable Integer before,
    @Nullable Integer after) {

  /** A sheet to choose. */
  record Tab(String name, String href, boolean shown, long errors, long warnings) {}

  /**
   * A row.
   *
   * @param style classes of the style sheet
   * @param notes what is wrong in it
   */
  record Line(int number, String style, List<Square> cells, List<Marks.Finding> notes) {}

  /**
   * A cell.
   *
   * @param style classes of the style sheet
   * @param about ids of what is said about it, null for nothing
   */
  record Square(String text, String style, @Nullable String about) {}

  /** How many cells a line of words below a row spans. */
  public int width() {
    return letters.size();
  }

  /** Where another part of the sheet begins. */
  public String from(int row) {
    return SheetLink.sheet(name) + "&from=" + row + "#sheet";
  }

  static String address(int row, int column) {
    return DrawWorkbook.letters(column) + row;
  }
}
