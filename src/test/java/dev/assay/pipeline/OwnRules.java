package dev.assay.pipeline;

import dev.assay.assessment.RuleSet;
import dev.assay.database.RoundTrip;
import dev.assay.scoring.step.RuleTimeline;
import dev.assay.scoring.step.RulesInForce;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Rules of a test, beside those of the running service. */
record OwnRules(RuleTimeline timeline) implements CurrentRules {
  /** One that the service never comes to. */
  private static final int PUBLICATION = 1_000_000;

  /** These rules in place of the service's own. */
  static OwnRules instead(CurrentRules live, RuleSet with) {
    return new OwnRules(live.timeline().with(any -> with));
  }

  /** The service's own until a moment, and these from then on. */
  static OwnRules from(CurrentRules live, Instant since, RuleSet next) {
    RulesInForce before = live.timeline().latest();
    return new OwnRules(
        new TwoPublications(before, new RulesInForce(PUBLICATION, since, false, next)));
  }

  @Override
  public RuleSet current() {
    return timeline.latest().rules();
  }

  @Override
  public BooleanSupplier outdated(RoundTrip trip, RuleTimeline timeline) {
    return () -> false;
  }

  @Override
  public void catchUp() {}

  private record TwoPublications(RulesInForce before, RulesInForce latest) implements RuleTimeline {
    @Override
    public RulesInForce at(Instant moment) {
      return moment.isBefore(latest.since()) ? before : latest;
    }

    @Override
    public @Nullable RulesInForce after(int publication) {
      if (publication < before.publication()) {
        return before;
      }
      return publication < latest.publication() ? latest : null;
    }
  }
}
