package dev.assay.assessment;

import java.time.Instant;

/** A compiled, immutable, numbered version of all rules. Safe to use from several threads. */
public interface RuleSet {

  /** Counts versions from 1. */
  int number();

  /** The funnel of this version. */
  Stages stages();

  /**
   * Assesses a lead. A pure function: the same four inputs (this rule set among them) give the same
   * assessment, on every machine and at any time.
   *
   * @param activities may reach beyond {@code asOf}; what lies after it is not seen
   * @throws RuleFailure if a rule throws, loops, or does what rules must not do
   */
  Assessment assess(Lead lead, Activities activities, Instant asOf);
}
