package dev.assay.workbook;

import java.util.List;

/**
 * A sheet that is a plain list, such as Groups, as it was written.
 *
 * @param headings of its columns
 */
public record ParameterList(String sheet, List<Heading> headings, List<Row> rows) {

  public ParameterList {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /**
   * A line of the list.
   *
   * @param number as Excel counts it, from 1
   */
  public record Row(int number, List<Entry> entries) {
    public Row {
      entries = List.copyOf(entries);
    }
  }
}
