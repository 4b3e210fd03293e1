package dev.assay.pipeline;

import dev.assay.assessment.RuleSet;
import dev.assay.database.RoundTrip;
import dev.assay.scoring.step.RuleTimeline;
import java.util.function.BooleanSupplier;

/** Knows the rule set that is live, and those that were. */
public interface CurrentRules {

  /** The live rule set. */
  RuleSet current();

  /** Which rules were in force when, so far as this process has heard; a batch uses one. */
  RuleTimeline timeline();

  /**
   * Keeps rules from going live until the transaction ends, and asks whether some went live of
   * which a timeline does not know.
   *
   * @return to be asked when the round trip has run
   */
  BooleanSupplier outdated(RoundTrip trip, RuleTimeline timeline);

  /** Hears of what went live meanwhile. Blocks. */
  void catchUp();
}
