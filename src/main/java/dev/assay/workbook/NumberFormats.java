package dev.assay.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** Knows which cell styles show a number as something else. */
final class NumberFormats {
  static final NumberFormats NONE = new NumberFormats(List.of());

  /** The longest format that spreadsheet programs take. */
  private static final int LONGEST_FORMAT = 255;

  private final List<Cell.Kind> kinds;

  private NumberFormats(List<Cell.Kind> kinds) {
    this.kinds = kinds;
  }

  static NumberFormats read(byte[] part) throws Unreadable {
    Map<Integer, String> formats = new HashMap<>();
    Map<Integer, Cell.Kind> kindOf = new HashMap<>();
    List<Cell.Kind> kinds = new ArrayList<>();
    Xml.read(
        part,
        xml -> {
          boolean ofCells = false;
          while (xml.next()) {
            if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
              ofCells = xml.starts("cellXfs");
            } else if (xml.starts("numFmt")) {
              formats.put(id(xml), xml.attribute("formatCode"));
            } else if (ofCells && xml.starts("xf")) {
              kinds.add(kindOf.computeIfAbsent(id(xml), id -> kind(id, formats)));
            }
            if (kinds.size() > Limits.STYLES || formats.size() > Limits.STYLES) {
              throw Unreadable.file(
                  "at most %d cell formats".formatted(Limits.STYLES),
                  "Copy the cells into a new workbook with Paste Special, Values.");
            }
          }
        });
    return new NumberFormats(kinds);
  }

  private static int id(Xml xml) {
    String id = xml.attribute("numFmtId");
    return id.isEmpty() ? 0 : Integer.parseInt(id);
  }

  private static Cell.Kind kind(int id, Map<Integer, String> formats) {
    String format = formats.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id));
    if (format == null || format.length() > LONGEST_FORMAT) {
      return Cell.Kind.NUMBER;
    }
    if (DateUtil.isADateFormat(id, format)) {
      return Cell.Kind.DATE;
    }
    return format.contains("%") ? Cell.Kind.PERCENT : Cell.Kind.NUMBER;
  }

  /**
   * How the style shows numbers.
   *
   * @param style as cells name it; empty for the default
   * @throws IndexOutOfBoundsException if there is no such style
   */
  Cell.Kind kind(String style) {
    int index = style.isEmpty() ? 0 : Integer.parseInt(style);
    if (style.isEmpty() && kinds.isEmpty()) {
      return Cell.Kind.NUMBER;
    }
    return kinds.get(index);
  }
}
