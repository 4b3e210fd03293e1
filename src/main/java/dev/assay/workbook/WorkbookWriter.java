package dev.assay.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes workbooks in the layout that {@link WorkbookReader} reads: technical rows grouped, hidden
 * and protected, labels in view with comments, heads frozen, and lists to choose from.
 */
public final class WorkbookWriter implements AutoCloseable {
  private static final int KEYWORD_ROW = 5;
  private static final int HEAD_ROWS = 5;
  private static final int SPARE_COLUMNS = 5;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Styles styles = new Styles(workbook);
  private final Offers offers = new Offers();

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
    SheetLock.open(sheet, columns.size(), styles.open);
    addTable(sheet, KEYWORD_ROW, tableName, columns, rows);
    for (int row = 0; row < 3; row++) {
      SheetLock.close(sheet.getRow(row), styles.closed);
    }
    SheetLock.lock(sheet);
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
    fill(sheet.createRow(0), 0, null, headers.toArray());
    for (int column = 0; column < headers.size(); column++) {
      sheet.getRow(0).getCell(column).setCellStyle(styles.label(true));
      sheet.setColumnWidth(column, width(headers.get(column), rows, column));
    }
    for (Object[] row : rows) {
      fill(sheet.createRow(sheet.getLastRowNum() + 1), 0, null, row);
    }
    for (int column = 0; column < headers.size(); column++) {
      listHelp(sheet, column, headers.get(column));
    }
    sheet.createFreezePane(1, 1);
    printOnOnePageWide(sheet);
    return this;
  }

  private void listHelp(XSSFSheet sheet, int column, String header) {
    int last = sheet.getLastRowNum() + Offers.SPARE_ROWS;
    switch (header) {
      case "Group" -> offers.source(ColumnHelp.Lists.GROUPS, sheet, column, 1, last);
      case "Event types" -> offers.source(ColumnHelp.Lists.EVENT_TYPES, sheet, column, 1, last);
      case "Fades" -> offers.source(ColumnHelp.Lists.FADES, sheet, column, 1, last);
      case "Facts" -> offers.source(ColumnHelp.Lists.FACTS, sheet, column, 1, last);
      case "Snippet" -> offers.source(ColumnHelp.Lists.SNIPPETS, sheet, column, 1, last);
      case "Dimension" ->
          offers.add(sheet, column, 1, last, new ColumnHelp.Words(List.of("fit", "engagement")));
      case "Floor", "Cap" ->
          offers.add(sheet, column, 1, last, new ColumnHelp.Numbers(-1_000_000, 1_000_000));
      default -> {}
    }
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
      MarkedWorkbook.remark(label, ColumnHelp.of(is).comment());
      int width = width(is.label(), rows, column);
      sheet.setColumnWidth(column, Math.max(width, sheet.getColumnWidth(column)));
    }
    mergeObjects(sheet, at + 2, columns);
    for (Object[] row : rows) {
      fill(sheet.createRow(sheet.getLastRowNum() + 1), 0, styles.open, row);
    }
    for (int offset = 0; offset < HEAD_ROWS; offset++) {
      SheetLock.close(sheet.getRow(at + offset), styles.closed);
    }
    offer(sheet, at + HEAD_ROWS, columns);
    offerVocabulary(sheet, at, columns.size());
    sheet.groupRow(at, at + 3);
    sheet.setRowGroupCollapsed(at, true);
  }

  private void offer(XSSFSheet sheet, int from, List<Column> columns) {
    int to = Math.max(sheet.getLastRowNum(), from) + Offers.SPARE_ROWS;
    for (int column = 0; column < columns.size(); column++) {
      Column is = columns.get(column);
      offers.add(sheet, column, from, to, ColumnHelp.of(is).offer());
      if (is.snippet().equals(ActionWord.TRAIT.snippet())) {
        offers.source(ColumnHelp.Lists.TRAITS, sheet, column, from, to);
      } else if (is.snippet().equals(ActionWord.QUALIFY.snippet())) {
        offers.source(ColumnHelp.Lists.STAGES, sheet, column, from, to);
      }
    }
  }

  /** In the technical rows, also of columns that may still be added. */
  private void offerVocabulary(XSSFSheet sheet, int at, int columns) {
    var kinds = new ColumnHelp.Words(List.of("CONDITION", "ACTION"));
    for (int column = 0; column < columns + SPARE_COLUMNS; column++) {
      offers.add(sheet, column, at + 1, at + 1, kinds);
      offers.add(sheet, column, at + 2, at + 2, new ColumnHelp.Listed(ColumnHelp.Lists.FACTS));
      offers.add(sheet, column, at + 3, at + 3, new ColumnHelp.Listed(ColumnHelp.Lists.SNIPPETS));
    }
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
    fill(sheet.createRow(row), 0, null, key, value);
  }

  private static void fill(
      Row row, int from, @Nullable CellStyle style, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        continue;
      }
      org.apache.poi.ss.usermodel.Cell cell = row.createCell(from + i);
      if (value instanceof Number number) {
        cell.setCellValue(number.doubleValue());
      } else if (value instanceof Boolean flag) {
        cell.setCellValue(flag);
      } else {
        cell.setCellValue(value.toString());
      }
      if (style != null) {
        cell.setCellStyle(style);
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
    offers.write();
    return InMemory.bytes(workbook);
  }

  @Override
  public void close() {
    InMemory.close(workbook);
  }
}
