package dev.assay.console;

import java.util.List;

/**
 * Figures from which a chart is drawn: a line for each row, a column for each name.
 *
 * @param head what the rows are
 */
public record FigureTable(String head, List<String> names, List<Row> rows) {

  /** What a row has under each name. */
  public record Row(String label, List<Long> counts) {}
}
