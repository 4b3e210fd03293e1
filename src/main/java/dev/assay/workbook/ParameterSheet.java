package dev.assay.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A sheet that is a plain list under one line of headers. */
final class ParameterSheet {
  static final String NOTES = "notes";

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
      } else if (headers.containsValue(name) && !name.equals(NOTES)) {
        errors.add(header, "each header once", "Remove one of the two columns.");
      } else {
        headers.put(header.column(), name);
      }
    }
    for (Map<Integer, Cell> row : rows()) {
      row.values().stream()
          .filter(cell -> grid.cell(headerRow, cell.column()) == null)
          .forEach(
              cell ->
                  errors.add(
                      cell,
                      "a header in line %d above".formatted(headerRow + 1),
                      "Write Notes there if this is a remark, else clear the cell."));
    }
  }

  /** All of it as it was written, notes left out. */
  ParameterList list() {
    Map<Integer, Heading> headings = new TreeMap<>();
    for (Cell header : grid.row(headerRow).values()) {
      String name = headers.get(header.column());
      if (name != null && !name.equals(NOTES)) {
        headings.put(header.column(), new Heading(name, header.text(), header.address()));
      }
    }
    List<ParameterList.Row> rows = new ArrayList<>();
    for (NavigableMap<Integer, Cell> row : rows()) {
      List<Entry> entries = new ArrayList<>();
      for (Cell cell : row.values()) {
        Heading heading = headings.get(cell.column());
        if (heading != null) {
          entries.add(new Entry(heading, cell.address(), cell.text()));
        }
      }
      rows.add(new ParameterList.Row(row.firstEntry().getValue().row() + 1, entries));
    }
    return new ParameterList(grid.sheet(), List.copyOf(headings.values()), rows);
  }

  /** The header without blanks and in one case; names of attributes keep theirs. */
  static String plain(String header) {
    int colon = header.indexOf(':') + 1;
    if (colon > 0) {
      return plain(header.substring(0, colon - 1)) + ":" + header.substring(colon).strip();
    }
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

  /** The rows below the headers; those that are blank or hold notes alone are left out. */
  List<NavigableMap<Integer, Cell>> rows() {
    return grid.rows().tailMap(headerRow, false).values().stream()
        .filter(row -> row.keySet().stream().anyMatch(c -> !NOTES.equals(headers.get(c))))
        .toList();
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
