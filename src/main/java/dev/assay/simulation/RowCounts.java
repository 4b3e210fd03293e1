package dev.assay.simulation;

import dev.assay.assessment.RuleSource;
import dev.assay.simulation.Standing.RowDid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what each rule did over all leads. */
final class RowCounts {
  final Map<String, RowCount> byRule = new HashMap<>();

  /** Of one rule. */
  static final class RowCount {
    final RuleSource rule;
    long leads;
    long won;
    long points;
    long occurrences;
    private long lastLead = -1;

    RowCount(RuleSource rule) {
      this.rule = rule;
    }
  }

  /**
   * @param lead tells leads apart, so that a rule with two lines counts the lead once
   */
  void add(List<RowDid> rows, boolean won, long lead) {
    for (RowDid did : rows) {
      RowCount count = byRule.computeIfAbsent(did.rule().name(), name -> new RowCount(did.rule()));
      count.points += did.points();
      count.occurrences += did.occurrences();
      if (count.lastLead != lead) {
        count.lastLead = lead;
        count.leads++;
        count.won += won ? 1 : 0;
      }
    }
  }

  void add(RowCounts other) {
    other.byRule.forEach(
        (name, counted) -> {
          RowCount sum = byRule.computeIfAbsent(name, none -> new RowCount(counted.rule));
          sum.leads += counted.leads;
          sum.won += counted.won;
          sum.points += counted.points;
          sum.occurrences += counted.occurrences;
        });
  }
}
