package dev.assay.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How written workbooks look: conditions blue, actions green. */
final class Styles {
  private static final byte[] BLUE = {(byte) 0xDC, (byte) 0xE9, (byte) 0xF8};
  private static final byte[] GREEN = {(byte) 0xDF, (byte) 0xF2, (byte) 0xE1};

  final CellStyle note;

  /** Of cells that may be written to while the sheet is protected. */
  final CellStyle open;

  /** Of technical cells. */
  final CellStyle closed;

  private final CellStyle condition;
  private final CellStyle action;

  Styles(XSSFWorkbook workbook) {
    XSSFFont grey = workbook.createFont();
    grey.setItalic(true);
    grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
    note = workbook.createCellStyle();
    note.setFont(grey);
    open = workbook.createCellStyle();
    open.setLocked(false);
    closed = workbook.createCellStyle();
    closed.setLocked(true);
    condition = label(workbook, BLUE);
    action = label(workbook, GREEN);
  }

  CellStyle label(boolean ofCondition) {
    return ofCondition ? condition : action;
  }

  private static CellStyle label(XSSFWorkbook workbook, byte[] colour) {
    XSSFFont bold = workbook.createFont();
    bold.setBold(true);
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(bold);
    style.setWrapText(true);
    style.setFillForegroundColor(new XSSFColor(colour));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setBorderBottom(BorderStyle.THIN);
    return style;
  }
}
