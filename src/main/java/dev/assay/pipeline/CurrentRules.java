package dev.assay.pipeline;

import dev.assay.assessment.RuleSet;

/** Knows the rule set that is live. */
@FunctionalInterface
public interface CurrentRules {

  /** The live rule set; a batch uses one from beginning to end. */
  RuleSet current();
}
