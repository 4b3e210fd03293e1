package dev.assay.scoring.step;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The same rules at all times. */
record OneRuleSet(RulesInForce only) implements RuleTimeline {
  @Override
  public RulesInForce at(Instant moment) {
    return only;
  }

  @Override
  public RulesInForce latest() {
    return only;
  }

  @Override
  public @Nullable RulesInForce after(int publication) {
    return publication < only.publication() ? only : null;
  }
}
