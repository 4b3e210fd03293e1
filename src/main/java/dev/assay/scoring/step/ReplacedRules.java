package dev.assay.scoring.step;

import dev.assay.assessment.RuleSet;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The times of another timeline, with each rule set replaced. */
record ReplacedRules(RuleTimeline times, UnaryOperator<RuleSet> replacement)
    implements RuleTimeline {
  @Override
  public RulesInForce at(Instant moment) {
    return replaced(times.at(moment));
  }

  @Override
  public RulesInForce latest() {
    return replaced(times.latest());
  }

  @Override
  public @Nullable RulesInForce after(int publication) {
    RulesInForce found = times.after(publication);
    return found == null ? null : replaced(found);
  }

  private RulesInForce replaced(RulesInForce rules) {
    return new RulesInForce(
        rules.publication(), rules.since(), rules.announce(), replacement.apply(rules.rules()));
  }
}
