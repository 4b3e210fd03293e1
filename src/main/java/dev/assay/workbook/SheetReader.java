package dev.assay.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Streams sheets into grids, all within one set of limits. Formulas are seen, never evaluated. */
final class SheetReader {
  private final List<String> texts;
  private final NumberFormats formats;
  private int rows;
  private int cells;
  private int merged;

  SheetReader(List<String> texts, NumberFormats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  Grid read(String name, boolean hidden, byte[] part) throws Unreadable {
    NavigableMap<Integer, NavigableMap<Integer, Cell>> found = new TreeMap<>();
    List<CellRangeAddress> regions = new ArrayList<>();
    Set<Integer> hiddenRows = new HashSet<>();
    Xml.read(
        part,
        xml -> {
          int row = -1;
          while (xml.next()) {
            if (xml.starts("row")) {
              boolean hides = xml.attribute("hidden").matches("1|true");
              row = readRow(name, xml, row, found);
              if (hides) {
                hiddenRows.add(row);
              }
            } else if (xml.starts("mergeCell")) {
              regions.add(region(name, xml.attribute("ref")));
            }
          }
        });
    return new Grid(name, hidden, found, List.copyOf(regions), hiddenRows);
  }

  private int readRow(
      String sheet, Xml xml, int before, NavigableMap<Integer, NavigableMap<Integer, Cell>> into)
      throws XMLStreamException, Unreadable {
    if (++rows > Limits.ROWS) {
      throw unreadable(
          sheet,
          null,
          "at most %d rows in the workbook".formatted(Limits.ROWS),
          "Delete unused rows below the tables; formatting alone makes a row count.");
    }
    int row = Places.row(xml.attribute("r"), before);
    if (row <= before) {
      throw unreadable(sheet, xml.attribute("r"), "each row once, in order", SAVE_AGAIN);
    }
    NavigableMap<Integer, Cell> inRow = new TreeMap<>();
    int column = -1;
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        int next = Places.column(xml.attribute("r"), row, column);
        if (next <= column) {
          throw unreadable(
              sheet, xml.attribute("r"), "each cell once, in order and in its row", SAVE_AGAIN);
        }
        column = next;
        Cell cell = readCell(sheet, row, column, xml);
        if (cell != null) {
          inRow.put(column, cell);
        }
      }
    }
    if (!inRow.isEmpty()) {
      into.put(row, inRow);
    }
    return row;
  }

  private @Nullable Cell readCell(String sheet, int row, int column, Xml xml)
      throws XMLStreamException, Unreadable {
    if (++cells > Limits.CELLS) {
      throw unreadable(
          sheet,
          null,
          "at most %d cells in the workbook".formatted(Limits.CELLS),
          "Remove sheets that hold no rules.");
    }
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    String value = null;
    String formula = null;
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("f")) {
        formula = xml.text();
      } else if (xml.starts("v")) {
        value = xml.text();
      } else if (xml.starts("is")) {
        value = SharedTexts.richText(xml, "is");
      }
    }
    if (formula != null) {
      String constant = formula.strip().toUpperCase(Locale.ROOT);
      if (constant.equals("TRUE()") || constant.equals("FALSE()")) {
        // How some programs write the plain values.
        return cell(
            sheet, row, column, Cell.Kind.FLAG, constant.substring(0, constant.length() - 2), 0);
      }
      return cell(sheet, row, column, Cell.Kind.FORMULA, "=" + formula, 0);
    }
    if (value == null) {
      return null;
    }
    try {
      return readValue(sheet, row, column, type, style, value);
    } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
      throw new Unreadable(
          new WorkbookError(
              sheet, Cell.address(row, column), value, "a value of its type", SAVE_AGAIN));
    }
  }

  private @Nullable Cell readValue(
      String sheet, int row, int column, String type, String style, String value)
      throws Unreadable {
    return switch (type) {
      case "s" -> text(sheet, row, column, texts.get(Integer.parseInt(value.strip())));
      case "inlineStr" -> text(sheet, row, column, value);
      case "str" -> text(sheet, row, column, SharedTexts.unescape(value));
      case "b" ->
          cell(sheet, row, column, Cell.Kind.FLAG, value.strip().equals("1") ? "TRUE" : "FALSE", 0);
      case "e" -> cell(sheet, row, column, Cell.Kind.FAULT, value, 0);
      case "d" -> cell(sheet, row, column, Cell.Kind.DATE, value, 0);
      default -> {
        if (value.isBlank()) {
          yield null;
        }
        double number = Double.parseDouble(value);
        if (!Double.isFinite(number)) {
          throw new NumberFormatException();
        }
        String plain = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        yield cell(sheet, row, column, formats.kind(style), plain, number);
      }
    };
  }

  private static @Nullable Cell text(String sheet, int row, int column, String value) {
    String text = Blanks.strip(value);
    return text.isEmpty() ? null : cell(sheet, row, column, Cell.Kind.TEXT, text, 0);
  }

  private static Cell cell(
      String sheet, int row, int column, Cell.Kind kind, String text, double number) {
    return new Cell(sheet, row, column, kind, text, number);
  }

  private CellRangeAddress region(String sheet, String ref) throws Unreadable {
    if (++merged > Limits.MERGED_REGIONS) {
      throw unreadable(
          sheet,
          null,
          "at most %d merged regions in the workbook".formatted(Limits.MERGED_REGIONS),
          "Undo merging where it is only for looks.");
    }
    return Places.region(ref);
  }

  private static final String SAVE_AGAIN =
      "No spreadsheet program writes this: save the workbook again from one.";

  private static Unreadable unreadable(
      String sheet, @Nullable String place, String expected, String hint) {
    String cell = place == null ? null : WorkbookError.shorten(place);
    return new Unreadable(new WorkbookError(sheet, cell, null, expected, hint));
  }
}
