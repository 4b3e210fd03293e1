package dev.assay.exports;

import dev.assay.csv.FormulaEscape;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Rows in an .xlsx, of which some are in memory and the others in a temporary file. Texts that
 * begin like a formula are marked as texts, which is how Excel itself keeps them from being one.
 */
final class XlsxSheets implements Closeable {
  /** Rows that a sheet can have. */
  private static final int MOST = 1_048_576;

  private static final int IN_MEMORY = 100;
  private static final int WIDTH = 18 * 256;

  private final SXSSFWorkbook workbook = new SXSSFWorkbook(IN_MEMORY);
  private final List<String> header;
  private final int mostRows;
  private final CellStyle text = workbook.createCellStyle();
  private final CellStyle time = workbook.createCellStyle();
  private final CellStyle bold = workbook.createCellStyle();
  private SXSSFSheet sheet;
  private int rows;

  XlsxSheets(List<String> header) {
    this(header, MOST);
  }

  XlsxSheets(List<String> header, int mostRows) {
    this.header = header;
    this.mostRows = mostRows;
    workbook.setCompressTempFiles(true);
    text.setQuotePrefixed(true);
    time.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
    var font = workbook.createFont();
    font.setBold(true);
    bold.setFont(font);
    sheet = begin();
  }

  /** Adds a row; where a sheet is full, on a further one. */
  void row(List<@Nullable Object> cells) {
    if (rows == mostRows) {
      sheet = begin();
    }
    Row row = sheet.createRow(rows++);
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      if (cell != null) {
        set(row.createCell(i), cell);
      }
    }
  }

  private void set(Cell cell, Object value) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Instant instant) {
      cell.setCellValue(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
      cell.setCellStyle(time);
    } else {
      String said = value.toString();
      cell.setCellValue(said);
      if (FormulaEscape.beginsFormula(said)) {
        cell.setCellStyle(text);
      }
    }
  }

  private SXSSFSheet begin() {
    int number = workbook.getNumberOfSheets() + 1;
    SXSSFSheet begun = workbook.createSheet(number == 1 ? "Leads" : "Leads " + number);
    begun.createFreezePane(0, 1);
    Row row = begun.createRow(0);
    for (int i = 0; i < header.size(); i++) {
      begun.setColumnWidth(i, WIDTH);
      Cell cell = row.createCell(i);
      cell.setCellValue(header.get(i));
      cell.setCellStyle(bold);
    }
    rows = 1;
    return begun;
  }

  void write(OutputStream out) throws IOException {
    workbook.write(out);
  }

  /** Takes its temporary files away. */
  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
