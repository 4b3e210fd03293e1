package dev.assay.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A sheet that is a plain list under one line of headers. */
final class ParameterSheet {
  private final Grid grid;
  private final Map<Integer, String> headers = new TreeMap<>();
  private final int headerRow;

  /**
   * @param known whether a header, in lower case and without blanks, is one of this sheet
   * @param headerNames for messages
   */
  ParameterSheet(Grid grid, Predicate<String> known, String headerNames, Errors errors) {
    this.grid = grid;
    this.headerRow = grid.rows().isEmpty() ? 0 : grid.rows().firstKey();
    for (Cell header : grid.row(headerRow).values()) {
      String name = plain(header.text());
      if (!known.test(name)) {
        errors.add(
            header,
            "one of the headers " + headerNames,
            "Correct the header or remove the column.");
      } else if (headers.containsValue(name)) {
        errors.add(header, "each header once", "Remove one of the two columns.");
      } else {
        headers.put(header.column(), name);
      }
    }
  }

  static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }

  void require(String header, Errors errors) {
    if (!headers.containsValue(plain(header))) {
      errors.addBlank(
          grid.sheet(),
          headerRow,
          0,
          "a column with the header " + header,
          "Add it to the first line.");
    }
  }

  /** The rows below the headers; blank ones are left out. */
  List<NavigableMap<Integer, Cell>> rows() {
    return List.copyOf(grid.rows().tailMap(headerRow, false).values());
  }

  @Nullable Cell cell(Map<Integer, Cell> row, String header) {
    for (var column : headers.entrySet()) {
      if (column.getValue().equals(plain(header))) {
        return row.get(column.getKey());
      }
    }
    return null;
  }

  /** The header above the cell, null for cells outside the list. */
  @Nullable String header(Cell cell) {
    return headers.get(cell.column());
  }
}
