package dev.assay.console;

import dev.assay.simulation.RowFigures;
import java.time.Duration;
import java.time.Instant;

/**
 * Which rules have had nothing to do for long.
 *
 * @param moment that the figures are of
 * @param days without anything after which a rule is stale
 */
record Staleness(Instant moment, int days) {
  /** After so many days without a publication somebody should look at the rules again. */
  static final int QUARTER = 91;

  /**
   * Whether nothing that the rule counts happened for long. Of rules that count nothing, what the
   * leads did for which they fired stands for it; where that is not known, a rule is not stale.
   */
  boolean holds(RowFigures figures) {
    Instant last = figures.lastAt();
    return last != null && last.isBefore(moment.minus(Duration.ofDays(days)));
  }

  /** Whether the rules were last published longer than a quarter ago. */
  static boolean reviewIsDue(Instant published, Instant now) {
    return published.plus(Duration.ofDays(QUARTER)).isBefore(now);
  }
}
