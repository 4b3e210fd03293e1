package dev.assay.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule is written.
 *
 * @param name as Drools knows it; for rows the table's name and the row, as in {@code Fit_12}
 * @param sheet of the workbook, null for DRL
 * @param row as Excel counts it, from 1, null for DRL
 * @param file the DRL file, null for rows
 * @param order position in the rule set, smaller first; decides where only one conclusion can stand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleSource(
    String name,
    @Nullable String sheet,
    @Nullable Integer row,
    @Nullable String file,
    @JsonIgnore int order)
    implements Comparable<RuleSource> {

  public static RuleSource row(String name, String sheet, int row, int order) {
    return new RuleSource(name, sheet, row, null, order);
  }

  public static RuleSource drl(String name, String file, int order) {
    return new RuleSource(name, null, null, file, order);
  }

  @Override
  public int compareTo(RuleSource that) {
    int byOrder = Integer.compare(order, that.order);
    return byOrder != 0 ? byOrder : name.compareTo(that.name);
  }

  @Override
  public String toString() {
    return sheet != null
        ? "%s (sheet %s, row %d)".formatted(name, sheet, row)
        : name + " (" + file + ")";
  }
}
