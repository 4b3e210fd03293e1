package dev.assay.workbook;

import org.apache.poi.ss.util.CellReference;

/**
 * What stands in a cell, as data.
 *
 * @param row from 0
 * @param column from 0
 * @param text without surrounding blanks; for numbers in plain digits
 * @param number 0 unless the kind is a number
 */
record Cell(String sheet, int row, int column, Kind kind, String text, double number) {

  enum Kind {
    TEXT,
    NUMBER,
    /** A number shown as percentage. */
    PERCENT,
    /** A number shown as date or time. */
    DATE,
    FLAG,
    FORMULA,
    /** Such as {@code #REF!}. */
    FAULT
  }

  String address() {
    return address(row, column);
  }

  static String address(int row, int column) {
    return CellReference.convertNumToColString(column) + (row + 1);
  }

  WorkbookError error(String expected, String hint) {
    return new WorkbookError(sheet, address(), text, expected, hint);
  }
}
