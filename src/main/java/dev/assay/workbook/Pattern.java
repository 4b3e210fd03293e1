package dev.assay.workbook;

import java.util.List;

/**
 * A fact that a row looks for.
 *
 * @param absent whether no such fact may be there
 * @param conditions all of which one fact must fulfil; at least one
 */
public record Pattern(FactType fact, boolean absent, List<Condition> conditions) {

  public Pattern {
    conditions = List.copyOf(conditions);
  }
}
