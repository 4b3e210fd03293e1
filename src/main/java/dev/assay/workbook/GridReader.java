package dev.assay.workbook;

import com.github.pjfanning.xlsx.StreamingReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Streams the sheets of a guarded file into grids. Formulas are noticed, never evaluated. */
final class GridReader {
  private GridReader() {}

  /**
   * Reads all sheets.
   *
   * @throws IOException if the library cannot make sense of the file
   */
  static List<Grid> read(byte[] file) throws IOException {
    List<Grid> grids = new ArrayList<>();
    try (var workbook =
        StreamingReader.builder()
            .rowCacheSize(100)
            .setAvoidTempFiles(true)
            .open(new ByteArrayInputStream(file))) {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        Sheet sheet = workbook.getSheetAt(i);
        boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
        grids.add(read(sheet, hidden));
      }
    } catch (RuntimeException broken) {
      // The library reports every kind of damage by unchecked exceptions of its own and of POI.
      throw new IOException("not a readable workbook", broken);
    }
    return grids;
  }

  private static Grid read(Sheet sheet, boolean hidden) {
    NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
    for (Row row : sheet) {
      NavigableMap<Integer, Cell> cells = new TreeMap<>();
      for (var cell : row) {
        Cell read = read(sheet.getSheetName(), cell);
        if (read != null) {
          cells.put(read.column(), read);
        }
      }
      if (!cells.isEmpty()) {
        rows.put(row.getRowNum(), cells);
      }
    }
    List<CellRangeAddress> merged = List.copyOf(sheet.getMergedRegions());
    return new Grid(sheet.getSheetName(), hidden, rows, merged);
  }

  private static @Nullable Cell read(String sheet, org.apache.poi.ss.usermodel.Cell cell) {
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    return switch (cell.getCellType()) {
      case STRING -> {
        String text = cell.getStringCellValue().strip();
        yield text.isEmpty() ? null : new Cell(sheet, row, column, Cell.Kind.TEXT, text, 0);
      }
      case NUMERIC -> {
        double number = cell.getNumericCellValue();
        yield new Cell(sheet, row, column, numberKind(cell), plain(number), number);
      }
      case BOOLEAN -> {
        String text = cell.getBooleanCellValue() ? "TRUE" : "FALSE";
        yield new Cell(sheet, row, column, Cell.Kind.FLAG, text, 0);
      }
      case FORMULA ->
          new Cell(sheet, row, column, Cell.Kind.FORMULA, "=" + cell.getCellFormula(), 0);
      case ERROR -> new Cell(sheet, row, column, Cell.Kind.FAULT, fault(cell), 0);
      default -> null;
    };
  }

  private static Cell.Kind numberKind(org.apache.poi.ss.usermodel.Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      return Cell.Kind.DATE;
    }
    String format = cell.getCellStyle() == null ? null : cell.getCellStyle().getDataFormatString();
    return format != null && format.contains("%") ? Cell.Kind.PERCENT : Cell.Kind.NUMBER;
  }

  private static String plain(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : String.valueOf(number);
  }

  private static String fault(org.apache.poi.ss.usermodel.Cell cell) {
    byte code = cell.getErrorCellValue();
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
  }
}
