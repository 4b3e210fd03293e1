package dev.assay.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes workbooks in the layout that {@link WorkbookReader} reads: technical rows grouped and
 * hidden, labels in view, heads frozen.
 */
public final class WorkbookWriter implements AutoCloseable {
  private static final int KEYWORD_ROW = 5;
  private static final int HEAD_ROWS = 5;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Styles styles = new Styles(workbook);

  /** A column of a rule table: what to look for, or what to do. */
  public record Column(@Nullable String object, String snippet, String label) {

    /**
     * A condition. Neighbouring columns with the same object ask about the same fact.
     *
     * @param object such as {@code lead : Lead}
     * @param snippet such as {@code employees >= $param}
     */
    public static Column condition(String object, String snippet, String label) {
      return new Column(object, snippet, label);
    }

    /** What the rows do. */
    public static Column action(ActionWord word, String label) {
      return new Column(null, word.snippet(), label);
    }
  }

  /**
   * Adds a sheet with one rule table. Values of rows are texts, numbers, flags, or null for blank.
   */
  public WorkbookWriter table(
      String sheetName, String tableName, String notes, List<Column> columns, List<Object[]> rows) {
    XSSFSheet sheet = workbook.createSheet(sheetName);
    head(sheet, 0, "RuleSet", "dev.assay.workbook");
    head(sheet, 1, "Import", "dev.assay.assessment.*");
    head(sheet, 2, "Variables", TableFinder.VARIABLES);
    head(sheet, 3, "Notes", notes);
    sheet.getRow(3).getCell(0).setCellStyle(styles.note);
    sheet.getRow(3).getCell(1).setCellStyle(styles.note);
    addTable(sheet, KEYWORD_ROW, tableName, columns, rows);
    sheet.groupRow(0, 2);
    sheet.setRowGroupCollapsed(0, true);
    sheet.createFreezePane(0, KEYWORD_ROW + HEAD_ROWS);
    printOnOnePageWide(sheet);
    return this;
  }

  /** Adds one more rule table below those of a sheet that was written before. */
  public WorkbookWriter tableBelow(
      String sheetName, String tableName, List<Column> columns, List<Object[]> rows) {
    XSSFSheet sheet = workbook.getSheet(sheetName);
    addTable(sheet, sheet.getLastRowNum() + 3, tableName, columns, rows);
    return this;
  }

  /** Adds a sheet that is a plain list under one line of headers. */
  public WorkbookWriter list(String sheetName, List<String> headers, List<Object[]> rows) {
    XSSFSheet sheet = workbook.createSheet(sheetName);
    fill(sheet.createRow(0), 0, headers.toArray());
    for (int column = 0; column < headers.size(); column++) {
      sheet.getRow(0).getCell(column).setCellStyle(styles.label(true));
      sheet.setColumnWidth(column, width(headers.get(column), rows, column));
    }
    for (Object[] row : rows) {
      fill(sheet.createRow(sheet.getLastRowNum() + 1), 0, row);
    }
    sheet.createFreezePane(1, 1);
    printOnOnePageWide(sheet);
    return this;
  }

  private void addTable(
      XSSFSheet sheet, int at, String name, List<Column> columns, List<Object[]> rows) {
    sheet.createRow(at).createCell(0).setCellValue("RuleTable " + name);
    for (int offset = 1; offset < HEAD_ROWS; offset++) {
      sheet.createRow(at + offset);
    }
    for (int column = 0; column < columns.size(); column++) {
      Column is = columns.get(column);
      sheet
          .getRow(at + 1)
          .createCell(column)
          .setCellValue(is.object() == null ? "ACTION" : "CONDITION");
      if (is.object() != null) {
        sheet.getRow(at + 2).createCell(column).setCellValue(is.object());
      }
      sheet.getRow(at + 3).createCell(column).setCellValue(is.snippet());
      var label = sheet.getRow(at + 4).createCell(column);
      label.setCellValue(is.label());
      label.setCellStyle(styles.label(is.object() != null));
      int width = width(is.label(), rows, column);
      sheet.setColumnWidth(column, Math.max(width, sheet.getColumnWidth(column)));
    }
    mergeObjects(sheet, at + 2, columns);
    for (Object[] row : rows) {
      fill(sheet.createRow(sheet.getLastRowNum() + 1), 0, row);
    }
    sheet.groupRow(at, at + 3);
    sheet.setRowGroupCollapsed(at, true);
  }

  private static void printOnOnePageWide(XSSFSheet sheet) {
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private static void mergeObjects(XSSFSheet sheet, int row, List<Column> columns) {
    for (int from = 0; from < columns.size(); from++) {
      String object = columns.get(from).object();
      int to = from;
      while (object != null
          && to + 1 < columns.size()
          && object.equals(columns.get(to + 1).object())) {
        // Drools' own reader wants a cell there, if a blank one.
        sheet.getRow(row).getCell(++to).setBlank();
      }
      if (to > from) {
        sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
        from = to;
      }
    }
  }

  private static void head(XSSFSheet sheet, int row, String key, String value) {
    fill(sheet.createRow(row), 0, key, value);
  }

  private static void fill(Row row, int from, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Number number) {
        row.createCell(from + i).setCellValue(number.doubleValue());
      } else if (value instanceof Boolean flag) {
        row.createCell(from + i).setCellValue(flag);
      } else if (value != null) {
        row.createCell(from + i).setCellValue(value.toString());
      }
    }
  }

  /** Wide enough for most texts, in the 256ths of a character that Excel counts in. */
  private static int width(String label, List<Object[]> rows, int column) {
    int longest = label.length();
    for (Object[] row : rows) {
      if (column < row.length && row[column] != null) {
        longest = Math.max(longest, String.valueOf(row[column]).length());
      }
    }
    return Math.min(longest + 3, 60) * 256;
  }

  /** The file. */
  public byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
