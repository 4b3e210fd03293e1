package dev.assay.shipped;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a sheet, written as lines of cells between bars. */
final class TextTable {
  private TextTable() {}

  /** The rows; a blank cell is null, and what looks like a whole number is one. */
  static List<@Nullable Object[]> rows(String lines) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (String line : lines.strip().split("\n", -1)) {
      String inside = line.strip().substring(1, line.strip().length() - 1);
      List<@Nullable Object> cells = new ArrayList<>();
      for (String cell : inside.split("\\|", -1)) {
        cells.add(value(cell.strip()));
      }
      rows.add(cells.toArray());
    }
    return rows;
  }

  private static @Nullable Object value(String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    return cell.matches("-?\\d+") ? Integer.valueOf(cell) : cell;
  }
}
