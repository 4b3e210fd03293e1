package dev.assay.workbook;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Protects the technical rows of a sheet from slips, without a password: rows can be inserted,
 * deleted, sorted and formatted, and anyone can lift the protection to add a column.
 */
final class SheetLock {
  /** Columns beside the tables that are open for notes. */
  private static final int NOTE_COLUMNS = 20;

  private SheetLock() {}

  /** Opens all cells of the columns in use and those beside them, unless a row is closed. */
  static void open(XSSFSheet sheet, int columns, CellStyle open) {
    for (int column = 0; column < columns + NOTE_COLUMNS; column++) {
      sheet.setDefaultColumnStyle(column, open);
    }
  }

  /** Closes the whole row, also where it is blank. */
  static void close(XSSFRow row, CellStyle closed) {
    row.setRowStyle(closed);
    for (var cell : row) {
      if (cell.getCellStyle().getIndex() == 0) {
        ((XSSFCell) cell).setCellStyle(closed);
      }
    }
  }

  static void lock(XSSFSheet sheet) {
    sheet.enableLocking();
    sheet.lockFormatCells(false);
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockInsertRows(false);
    sheet.lockDeleteRows(false);
    sheet.lockSort(false);
    sheet.lockAutoFilter(false);
    sheet.lockSelectLockedCells(false);
    sheet.lockSelectUnlockedCells(false);
  }
}
