package dev.assay.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.assessment.RuleSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule did over all leads.
 *
 * @param leads for how many it fired: gave points, or drew a conclusion that counted
 * @param points all that it gave or took
 * @param lift null while no lead was won
 * @param lastAt when the newest thing that it counted happened; of a rule that counts nothing, when
 *     the leads for which it fired last did anything. Null where that is not known, and before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFigures(
    RuleSource rule,
    @Nullable String reason,
    long leads,
    long points,
    @Nullable Lift lift,
    @Nullable Instant lastAt) {

  /**
   * The rules that fired, those that fired for most leads first.
   *
   * @param tried whether they are those that were tried: points are suggested for them
   */
  static List<RowFigures> fired(RowCounts counts, Rows rows, long won, long leads, boolean tried) {
    List<RowFigures> fired = new ArrayList<>();
    counts.byRule.forEach(
        (name, count) -> {
          Rows.Row row = rows.byRule.get(name);
          fired.add(
              new RowFigures(
                  row == null ? count.rule : row.rule(),
                  row == null ? null : row.reason(),
                  count.leads,
                  count.points,
                  won == 0 ? null : Lift.of(count, won, leads, tried),
                  tried && count.lastAt > Long.MIN_VALUE
                      ? Instant.ofEpochMilli(count.lastAt)
                      : null));
        });
    fired.sort(
        Comparator.comparingLong(RowFigures::leads)
            .reversed()
            .thenComparing(figures -> figures.rule().name()));
    return fired;
  }

  /**
   * The rows that fired for no lead, in the order of the workbook.
   *
   * @param pointsOnly whether only rows that give points are known to have fired
   */
  static List<RuleSource> never(RowCounts counts, Rows rows, boolean pointsOnly) {
    return rows.byRule.entrySet().stream()
        .filter(row -> !counts.byRule.containsKey(row.getKey()))
        .filter(row -> !pointsOnly || row.getValue().pointsCell() != null)
        .map(row -> row.getValue().rule())
        .toList();
  }
}
