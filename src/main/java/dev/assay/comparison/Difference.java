package dev.assay.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a workbook differs from another.
 *
 * @param rows how many of each kind
 * @param tables those that differ, in the order of the workbook; removed ones last
 */
public record Difference(Count rows, List<Table> tables) {

  public Difference {
    tables = List.copyOf(tables);
  }

  /** Rows by what became of them. A row that was changed and moved counts as changed. */
  public record Count(int added, int removed, int changed, int moved) {

    static Count of(List<Table> tables) {
      int[] count = new int[Change.values().length];
      tables.forEach(table -> table.rows().forEach(row -> count[row.change().ordinal()]++));
      return new Count(count[0], count[1], count[2], count[3]);
    }
  }

  /**
   * A rule table, or a sheet that is a plain list.
   *
   * @param table null for a list
   * @param was its former place and name if it had another, as in {@code Fit!Size}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Table(
      String sheet,
      @Nullable String table,
      Change change,
      @Nullable String was,
      List<Column> columns,
      List<Row> rows) {}

  /**
   * A column that came, went or got another label.
   *
   * @param meaning in the words of the technical rows
   * @param was its former label if it had another
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Column(Change change, String label, String meaning, @Nullable String was) {}

  /**
   * A row that differs.
   *
   * @param row its number now, null if it was removed
   * @param was its number before, null if it was added
   * @param moved whether it also stands above or below other rows than before
   * @param cells those that differ; for added and removed rows all, for moved ones none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      Change change,
      @Nullable Integer row,
      @Nullable Integer was,
      boolean moved,
      List<CellChange> cells) {}

  /**
   * A cell that differs.
   *
   * @param cell where it stands, or stood before it was removed
   * @param from what stood there, null for nothing
   * @param to what stands there now, null for nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CellChange(String label, String cell, @Nullable String from, @Nullable String to) {}
}
