package dev.assay.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;

/** Where things stand, as the file says it. All numbers are from 0. */
final class Places {
  private static final int ROWS = 1 << 20;
  private static final int COLUMNS = 1 << 14;
  private static final Pattern CELL = Pattern.compile("\\$?([A-Z]{1,3})\\$?([1-9][0-9]{0,6})");

  private Places() {}

  /** The row's number; the next one if the file leaves it out; -1 if it is none. */
  static int row(String ref, int before) {
    if (ref.isEmpty()) {
      return before + 1;
    }
    int row = ref.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(ref) - 1 : -1;
    return row < ROWS ? row : -1;
  }

  /** The cell's column; the next one if the file leaves it out; -1 if it is none in that row. */
  static int column(String ref, int row, int before) {
    if (ref.isEmpty()) {
      return before + 1 < COLUMNS ? before + 1 : -1;
    }
    Matcher cell = CELL.matcher(ref);
    return cell.matches() && Integer.parseInt(cell.group(2)) == row + 1 ? column(cell) : -1;
  }

  private static int column(Matcher cell) {
    int column = 0;
    for (char letter : cell.group(1).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column <= COLUMNS ? column - 1 : -1;
  }

  static CellRangeAddress region(String ref) throws Unreadable {
    int colon = ref.indexOf(':');
    Matcher first = CELL.matcher(colon < 0 ? ref : ref.substring(0, colon));
    Matcher last = CELL.matcher(ref.substring(colon + 1));
    if (!first.matches() || !last.matches()) {
      throw Unreadable.damaged();
    }
    int fromRow = Integer.parseInt(first.group(2)) - 1;
    int toRow = Integer.parseInt(last.group(2)) - 1;
    int fromColumn = column(first);
    int toColumn = column(last);
    if (toRow >= ROWS || fromRow > toRow || fromColumn < 0 || fromColumn > toColumn) {
      throw Unreadable.damaged();
    }
    return new CellRangeAddress(fromRow, toRow, fromColumn, toColumn);
  }
}
