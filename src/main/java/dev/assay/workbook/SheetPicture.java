package dev.assay.workbook;

import java.util.List;

/**
 * A sheet as people see it.
 *
 * @param rows those in which something stands
 */
public record SheetPicture(String name, List<Row> rows) {

  public SheetPicture {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param number as the sheet counts it, from 1
   * @param kind what it is for
   */
  public record Row(int number, Kind kind, List<Square> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** What a row is for. */
  public enum Kind {
    /** Labels above columns. */
    HEAD,
    /** For Drools; hidden from people. */
    TECHNICAL,
    DATA
  }

  /**
   * A cell in which something stands.
   *
   * @param column from 0
   * @param number whether it stands at the right, as numbers do
   */
  public record Square(int column, String text, boolean number) {}
}
