package dev.assay.scoring.step;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.Stages;
import java.time.Instant;

/**
 * Stands in for a rule set whose assessment of a lead cannot be stored: it assesses nothing, so
 * that the lead keeps its events and its last good score, and says why.
 */
record NoAssessment(RuleSet rules, String reason) implements RuleSet {
  @Override
  public int number() {
    return rules.number();
  }

  @Override
  public Stages stages() {
    return rules.stages();
  }

  @Override
  public Assessment assess(Lead lead, Activities activities, Instant asOf) {
    throw new IllegalStateException(reason);
  }
}
