package dev.assay.pipeline;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.Stages;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A rule set whose assessments are timed, also those that fail. */
record TimedRules(RuleSet rules, Timer timer) implements RuleSet {
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
    long began = System.nanoTime();
    try {
      return rules.assess(lead, activities, asOf);
    } finally {
      timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
  }
}
