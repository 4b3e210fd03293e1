package dev.assay.workbook;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says what the columns of a table mean and how they are labelled. */
final class TableHeadings {
  private TableHeadings() {}

  /** By column, from 0. */
  static SortedMap<Integer, Heading> of(
      TableLayout table, Set<Integer> conditions, Set<Integer> actions) {
    SortedMap<Integer, Heading> headings = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    Set<Integer> columns = new java.util.TreeSet<>(conditions);
    columns.addAll(actions);
    for (int column : columns) {
      String meaning = text(table.grid().cell(table.snippetRow(), column));
      if (conditions.contains(column)) {
        meaning = text(table.grid().covering(table.objectRow(), column)) + ", " + meaning;
      }
      String first = meaning;
      for (int more = 2; !taken.add(meaning); more++) {
        meaning = first + " (" + more + ")";
      }
      Cell label = table.grid().cell(table.labelRow(), column);
      headings.put(
          column,
          new Heading(
              meaning,
              label == null ? meaning : label.text(),
              Cell.address(table.labelRow(), column)));
    }
    return headings;
  }

  private static String text(@org.jspecify.annotations.Nullable Cell cell) {
    return cell == null ? "" : cell.text().replaceAll("\\s+", " ");
  }
}
