package dev.assay.scoring.step;

import dev.assay.assessment.Activities;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests of the step begin with. */
final class Steps {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration DAY = Duration.ofDays(1);
  static final PlainRules RULES = new PlainRules(1, 10, 7, "kim");

  private Steps() {}

  static Outcome passed(Step step, LeadState state, Instant at) {
    return step.step(state, List.of(new Input.TimePassed()), at);
  }

  static Input merged(Activities both, @Nullable String stage, @Nullable String owner) {
    return new Input.LeadMerged("{}", both, stage, owner, "key-1");
  }

  static LeadState fresh() {
    return LeadState.fresh("l-1");
  }

  static Input posted(int number) {
    return new Input.EventPosted(event(number, START));
  }

  static Event event(int number, Instant at) {
    byte[] digest = {(byte) number};
    return new Event(
        new LeadKey.Known("l-1"), "test", "e-" + number, "page_view", "/a", at, null, digest, null);
  }

  static RulesInForce published(
      int publication, Instant since, boolean announce, PlainRules rules) {
    return new RulesInForce(publication, since, announce, rules);
  }

  static Step steps(RulesInForce... all) {
    return new Step(new Timelines(Arrays.asList(all)));
  }

  static <T extends Change> List<T> changes(Outcome outcome, Class<T> kind) {
    return outcome.changes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
