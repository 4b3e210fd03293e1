package dev.assay.workbook;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes sheets of coloured texts for people to look at. Nothing in them is ever a formula. */
public final class MarkedWorkbook implements AutoCloseable {
  private static final int MOST_REMARKS = 2_000;
  private static final int WIDEST = 50;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Map<Mark, CellStyle> styles = new EnumMap<>(Mark.class);
  private final Set<String> names = new HashSet<>();
  private int remarks;

  /** How a cell looks. */
  public enum Mark {
    PLAIN(null),
    HEAD(new byte[] {(byte) 0xD9, (byte) 0xD9, (byte) 0xD9}),
    ADDED(new byte[] {(byte) 0xC6, (byte) 0xEF, (byte) 0xCE}),
    REMOVED(new byte[] {(byte) 0xFF, (byte) 0xC7, (byte) 0xCE}),
    CHANGED(new byte[] {(byte) 0xFF, (byte) 0xEB, (byte) 0x9C}),
    MOVED(new byte[] {(byte) 0xDD, (byte) 0xEB, (byte) 0xF7});

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final byte @Nullable [] colour;

    Mark(byte @Nullable [] colour) {
      this.colour = colour;
    }
  }

  /**
   * A cell.
   *
   * @param remark shown as a comment, null for none
   */
  public record MarkedCell(String text, Mark mark, @Nullable String remark) {

    public static MarkedCell plain(String text) {
      return new MarkedCell(text, Mark.PLAIN, null);
    }

    public static MarkedCell head(String text) {
      return new MarkedCell(text, Mark.HEAD, null);
    }
  }

  public MarkedWorkbook() {
    for (Mark mark : Mark.values()) {
      styles.put(mark, style(mark));
    }
  }

  private CellStyle style(Mark mark) {
    XSSFCellStyle style = workbook.createCellStyle();
    // A text that begins with = stays one, also when a person edits the cell.
    style.setQuotePrefixed(true);
    if (mark.colour != null) {
      style.setFillForegroundColor(new XSSFColor(mark.colour));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    XSSFFont font = workbook.createFont();
    font.setBold(mark == Mark.HEAD);
    font.setStrikeout(mark == Mark.REMOVED);
    style.setFont(font);
    return style;
  }

  /** Adds a sheet; where another has its name, a number is put behind it. */
  public void sheet(String name, List<List<MarkedCell>> lines) {
    XSSFSheet sheet = workbook.createSheet(unused(WorkbookUtil.createSafeSheetName(name)));
    int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
    for (List<MarkedCell> line : lines) {
      XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
      for (int column = 0; column < line.size(); column++) {
        MarkedCell marked = line.get(column);
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(marked.text());
        cell.setCellStyle(styles.get(marked.mark()));
        if (marked.remark() != null && ++remarks <= MOST_REMARKS) {
          remark(cell, marked.remark());
        }
        widths[column] = Math.max(widths[column], marked.text().length());
      }
    }
    for (int column = 0; column < widths.length; column++) {
      sheet.setColumnWidth(column, (Math.min(widths[column], WIDEST) + 3) * 256);
    }
  }

  private String unused(String name) {
    String unused = name;
    for (int number = 2; !names.add(unused.toLowerCase(Locale.ROOT)); number++) {
      String suffix = " (%d)".formatted(number);
      unused = name.substring(0, Math.min(name.length(), 31 - suffix.length())) + suffix;
    }
    return unused;
  }

  static void remark(XSSFCell cell, String text) {
    XSSFClientAnchor anchor = new XSSFClientAnchor();
    anchor.setCol1(cell.getColumnIndex() + 1);
    anchor.setCol2(cell.getColumnIndex() + 4);
    anchor.setRow1(cell.getRowIndex());
    anchor.setRow2(cell.getRowIndex() + 2 + text.length() / 40);
    XSSFComment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
    comment.setString(new XSSFRichTextString(text));
    comment.setAuthor("Assay");
    cell.setCellComment(comment);
  }

  /** The file. */
  public byte[] bytes() {
    return InMemory.bytes(workbook);
  }

  @Override
  public void close() {
    InMemory.close(workbook);
  }
}
