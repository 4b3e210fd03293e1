package dev.assay.engine;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.ScoringModel;
import dev.assay.assessment.Stages;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Hands each assessment to a free lane. */
final class CompiledRuleSet implements RuleSet {
  private final ScoringModel scoring;
  private final BlockingQueue<Lane> free;

  CompiledRuleSet(ScoringModel scoring, List<Lane> lanes) {
    this.scoring = scoring;
    this.free = new LinkedBlockingQueue<>(lanes);
  }

  @Override
  public int number() {
    return scoring.ruleset();
  }

  @Override
  public Stages stages() {
    return scoring.stages();
  }

  @Override
  public Assessment assess(Lead lead, Activities activities, Instant asOf) {
    Lane lane;
    try {
      lane = free.take();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to assess", stopping);
    }
    try {
      return lane.assess(lead, activities, asOf);
    } finally {
      free.add(lane);
    }
  }
}
