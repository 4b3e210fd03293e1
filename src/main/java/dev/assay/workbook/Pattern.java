package dev.assay.workbook;

import java.util.List;

/**
 * A fact that a row looks for.
 *
 * @param absent whether no such fact may be there
 * @param conditions all of which one fact must fulfil; at least one
 * @param cells where each of the conditions stands
 */
public record Pattern(
    FactType fact, boolean absent, List<Condition> conditions, List<String> cells) {

  public Pattern {
    conditions = List.copyOf(conditions);
    cells = List.copyOf(cells);
  }
}
