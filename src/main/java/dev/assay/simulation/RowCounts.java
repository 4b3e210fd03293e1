package dev.assay.simulation;

import dev.assay.assessment.RuleSource;
import dev.assay.simulation.Standing.RowDid;
import java.time.Instant;
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

    /** The newest thing that it counted, in epoch milliseconds. */
    long lastAt = Long.MIN_VALUE;

    private long lastLead = -1;

    RowCount(RuleSource rule) {
      this.rule = rule;
    }
  }

  /**
   * @param lead tells leads apart, so that a rule with two lines counts the lead once
   * @param active when the lead last did anything, in epoch milliseconds
   */
  void add(List<RowDid> rows, boolean won, long lead, long active) {
    for (RowDid did : rows) {
      RowCount count = byRule.computeIfAbsent(did.rule().name(), name -> new RowCount(did.rule()));
      count.points += did.points();
      count.occurrences += did.occurrences();
      Instant last = did.last();
      count.lastAt = Math.max(count.lastAt, last == null ? active : last.toEpochMilli());
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
          sum.lastAt = Math.max(sum.lastAt, counted.lastAt);
        });
  }
}
