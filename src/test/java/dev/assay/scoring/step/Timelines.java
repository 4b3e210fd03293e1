package dev.assay.scoring.step;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publications of a test, in their order. */
record Timelines(List<RulesInForce> all) implements RuleTimeline {
  @Override
  public RulesInForce latest() {
    return all.get(all.size() - 1);
  }

  @Override
  public RulesInForce at(Instant moment) {
    RulesInForce found = all.get(0);
    for (RulesInForce one : all) {
      found = one.since().isAfter(moment) ? found : one;
    }
    return found;
  }

  @Override
  public @Nullable RulesInForce after(int publication) {
    return all.stream().filter(one -> one.publication() > publication).findFirst().orElse(null);
  }
}
