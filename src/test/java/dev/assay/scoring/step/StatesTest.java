package dev.assay.scoring.step;

import static dev.assay.scoring.step.Steps.RULES;
import static dev.assay.scoring.step.Steps.START;
import static dev.assay.scoring.step.Steps.changes;
import static dev.assay.scoring.step.Steps.fresh;
import static dev.assay.scoring.step.Steps.posted;
import static dev.assay.scoring.step.Steps.published;
import static dev.assay.scoring.step.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Dimension;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Line;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.RuleSource;
import dev.assay.assessment.Score;
import dev.assay.assessment.Stages;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a lead between two steps. */
class StatesTest {
  private final Step step = steps(published(1, START, false, RULES));

  @Test
  void aLeadIsFreshUntilAnythingIsSaidOrDone() {
    assertThat(fresh().isFresh()).isTrue();
    assertThat(step.step(fresh(), List.of(new Input.Restored()), START).state().isFresh())
        .as("assessed")
        .isFalse();
    LeadState state = step.step(fresh(), List.of(posted(1)), START).state();
    assertThat(with(0, 0, state).isFresh()).as("did something").isFalse();
    assertThat(with(1, 0, fresh()).isFresh()).as("has a profile").isFalse();
    assertThat(with(0, 1, fresh()).isFresh()).as("has a score").isFalse();
  }

  private static LeadState with(int profileChanges, int scoreChanges, LeadState of) {
    Scored scored = new Scored(Standing.NONE, null, LastAssessment.NONE, null, scoreChanges, 0, 0);
    return new LeadState("l-1", "{}", profileChanges, of.activities(), START, scored);
  }

  @Test
  void aLeadThatDidNothingWasNeverActive() {
    assertThat(fresh().lastActivityAt()).isNull();
    assertThat(step.step(fresh(), List.of(posted(1)), START).state().lastActivityAt())
        .isEqualTo(START);
  }

  @Test
  void messagesAreCountedWithoutChangingAnythingElse() {
    Scored scored = step.step(fresh(), List.of(posted(1), posted(2)), START).state().scored();

    Scored told = scored.withMessages(3);

    assertThat(told.messages()).isEqualTo(3);
    assertThat(told.withMessages(0)).isEqualTo(scored);
  }

  @Test
  void awardsOfARuleAreSummedAndLimitsStandUnderTheirGroup() {
    Assessment assessment =
        new Assessment(
            START,
            1,
            new Score(9, 0, 9),
            null,
            null,
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(
                award(7),
                award(5),
                new Line.Limit(-3, "at most 9", 9, "web", Dimension.ENGAGEMENT)),
            null);

    assertThat(Awards.points(assessment)).isEqualTo("{\"Row_1\":12,\"limit: at most 9\":-3}");
  }

  private static Line award(int points) {
    return new Line.Award(
        points,
        "did it",
        RuleSource.row("Row_1", "Web", 1, 1),
        Dimension.ENGAGEMENT,
        null,
        points,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }

  @Test
  void aNameWithAnAtSignIsAnAddress() {
    assertThat(LeadKey.of("Anna@Example.org")).isEqualTo(new LeadKey.Email("anna@example.org"));
    assertThat(LeadKey.of("@Anna")).isEqualTo(new LeadKey.Email("@anna"));
    assertThat(LeadKey.of("Anna")).isEqualTo(new LeadKey.Known("Anna"));
  }

  @Test
  void theFirstScoreIsAChangeEvenIfItIsNothing() {
    RuleSet nothing =
        new RuleSet() {
          @Override
          public int number() {
            return 1;
          }

          @Override
          public Stages stages() {
            return PlainRules.STAGES;
          }

          @Override
          public Assessment assess(Lead lead, Activities activities, Instant asOf) {
            return new Assessment(
                asOf,
                1,
                new Score(0, 0, 0),
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
          }
        };
    Step rules = new Step(RuleTimeline.always(1, nothing));

    Outcome first = rules.step(fresh(), List.of(new Input.ProfilePatched("{}")), START);
    Outcome second = rules.step(first.state(), List.of(new Input.ProfilePatched("{}")), START);

    assertThat(changes(first, Change.ScoreChanged.class)).hasSize(1);
    assertThat(second.changes()).isEmpty();
  }

  @Test
  void toLeaveAStageThatTheRulesDoNotKnowIsNoRise() {
    Scored scored = step.step(fresh(), List.of(posted(1)), START).state().scored();
    LeadState state =
        new LeadState(
            "l-1",
            "{}",
            0,
            Activities.NONE,
            START,
            scored.with(new Standing(0, 0, 0, "D", "cold", "Legacy", null)));

    Outcome outcome = step.step(state, List.of(new Input.Restored()), START);

    assertThat(changes(outcome, Change.StageChanged.class))
        .extracting(change -> change.from() + " " + change.to())
        .containsExactly("Legacy null");
    assertThat(changes(outcome, Change.Announced.class).get(0).change().higher()).isFalse();
  }
}
