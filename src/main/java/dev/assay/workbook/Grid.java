package dev.assay.workbook;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The filled cells of one sheet.
 *
 * @param rows by row and column, both from 0; blank cells are left out
 * @param hiddenRows rows that the file hides, from 0
 */
record Grid(
    String sheet,
    boolean hidden,
    NavigableMap<Integer, NavigableMap<Integer, Cell>> rows,
    List<CellRangeAddress> merged,
    Set<Integer> hiddenRows) {

  @Nullable Cell cell(int row, int column) {
    return row(row).get(column);
  }

  NavigableMap<Integer, Cell> row(int row) {
    return rows.getOrDefault(row, EMPTY);
  }

  private static final NavigableMap<Integer, Cell> EMPTY = new TreeMap<>();

  /** The cell, or the one whose merged region covers this place. */
  @Nullable Cell covering(int row, int column) {
    CellRangeAddress region = region(row, column);
    return region == null ? cell(row, column) : cell(region.getFirstRow(), region.getFirstColumn());
  }

  /** The last column of the merged region over this place, or the column itself. */
  int lastColumn(int row, int column) {
    CellRangeAddress region = region(row, column);
    return region == null ? column : region.getLastColumn();
  }

  private @Nullable CellRangeAddress region(int row, int column) {
    for (CellRangeAddress region : merged) {
      if (region.isInRange(row, column)) {
        return region;
      }
    }
    return null;
  }

  Stream<Cell> cells() {
    return rows.values().stream().flatMap(row -> row.values().stream());
  }

  int lastRow() {
    return rows.isEmpty() ? -1 : rows.lastKey();
  }
}
