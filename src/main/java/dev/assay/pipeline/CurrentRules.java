package dev.assay.pipeline;

import dev.assay.assessment.RuleSet;

/** Knows the rule set that is live. */
@FunctionalInterface
public interface CurrentRules {

  /** The live rule set; a batch uses one from beginning to end. */
  RuleSet current();

  /**
   * Whether a stage change that comes of these rules alone, without anything having happened to the
   * lead, is sent. It is stored in either case.
   */
  default boolean announces(RuleSet rules) {
    return false;
  }
}
