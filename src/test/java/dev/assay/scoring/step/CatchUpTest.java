package dev.assay.scoring.step;

import static dev.assay.scoring.step.Steps.DAY;
import static dev.assay.scoring.step.Steps.RULES;
import static dev.assay.scoring.step.Steps.START;
import static dev.assay.scoring.step.Steps.changes;
import static dev.assay.scoring.step.Steps.event;
import static dev.assay.scoring.step.Steps.fresh;
import static dev.assay.scoring.step.Steps.passed;
import static dev.assay.scoring.step.Steps.posted;
import static dev.assay.scoring.step.Steps.published;
import static dev.assay.scoring.step.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What time and publications do to a lead, and when. */
class CatchUpTest {
  private final Step step = steps(published(1, START.minus(DAY), false, RULES));

  @Test
  void whatFellDueIsDoneAsOfItsOwnMomentBeforeWhatComesIn() {
    LeadState state = step.step(fresh(), List.of(posted(1), posted(2)), START).state();
    Instant due = START.plus(DAY.multipliedBy(7));
    Instant later = due.plus(DAY);

    Outcome outcome = step.step(state, List.of(new Input.EventPosted(event(3, later))), later);

    assertThat(changes(outcome, Change.ScoreChanged.class))
        .extracting(change -> change.at() + " " + change.standing().score())
        .containsExactly(due + " 0", later + " 10");
    assertThat(changes(outcome, Change.StageChanged.class))
        .extracting(change -> change.at() + " " + change.to())
        .containsExactly(due + " null");
    assertThat(changes(outcome, Change.Announced.class))
        .extracting(told -> told.change().assessment().asOf())
        .containsExactly(due, later);
  }

  @Test
  void aMomentIsDueWhenItHasComeAndNotBefore() {
    LeadState state = step.step(fresh(), List.of(posted(1)), START).state();
    Instant due = START.plus(DAY.multipliedBy(7));

    assertThat(passed(step, state, due.minusNanos(1)).state()).isEqualTo(state);
    assertThat(passed(step, state, due).state().scored().standing().score()).isZero();
  }

  @Test
  void whereNothingIsDueTimeChangesNothing() {
    LeadState state = step.step(fresh(), List.of(posted(1)), START).state();

    Outcome outcome = passed(step, state, START.plus(DAY));

    assertThat(outcome.changes()).isEmpty();
    assertThat(outcome.state()).isEqualTo(state);
  }

  @Test
  void timeNeverRunsBackwardsForALead() {
    LeadState state = step.step(fresh(), List.of(posted(1)), START).state();

    Outcome outcome =
        step.step(state, List.of(new Input.ProfilePatched("{\"title\":\"VP\"}")), START.minus(DAY));

    assertThat(outcome.state().at()).isEqualTo(START);
    assertThat(changes(outcome, Change.ProfileChanged.class))
        .containsExactly(new Change.ProfileChanged("l-1", 1, START, "{\"title\":\"VP\"}"));
    assertThat(changes(outcome, Change.ScoreChanged.class))
        .extracting(Change.ScoreChanged::at)
        .containsExactly(START);
  }

  @Test
  void anEventOfAClockThatRunsAheadCountsAtOnce() {
    Instant ahead = START.plusSeconds(60);

    Outcome outcome = step.step(fresh(), List.of(new Input.EventPosted(event(1, ahead))), START);

    assertThat(outcome.state().at()).isEqualTo(START);
    assertThat(changes(outcome, Change.ScoreChanged.class))
        .extracting(Change.ScoreChanged::at)
        .containsExactly(ahead);
  }

  @Test
  void eachPublicationIsAppliedAsOfItsMoment() {
    Instant second = START.plusSeconds(10);
    Instant third = START.plusSeconds(20);
    Step rules =
        steps(
            published(1, START.minus(DAY), false, RULES),
            published(2, second, false, new PlainRules(2, 20, 7, "lee")),
            published(3, third, true, new PlainRules(3, 50, 7, "max")));
    LeadState state = rules.step(fresh(), List.of(posted(1)), START).state();

    Outcome outcome = passed(rules, state, third);

    assertThat(changes(outcome, Change.ScoreChanged.class))
        .extracting(change -> change.at() + " " + change.ruleset() + " " + change.cause())
        .containsExactly(second + " 2 null", third + " 3 null");
    assertThat(changes(outcome, Change.Announced.class))
        .as("the second is quiet")
        .extracting(told -> told.change().before().score() + " " + told.change().after().score())
        .containsExactly("20 50");
    assertThat(outcome.state().scored().last().publication()).isEqualTo(3);
    assertThat(passed(rules, state, second.minusNanos(1)).state()).isEqualTo(state);
  }

  @Test
  void aPublicationAndWhatIsDueComeInTheOrderOfTheirMoments() {
    Instant due = START.plus(DAY.multipliedBy(7));
    for (long seconds : new long[] {-1, 0, 1}) {
      Instant since = due.plusSeconds(seconds);
      Step rules =
          steps(
              published(1, START.minus(DAY), false, RULES),
              published(2, since, false, new PlainRules(2, 10, 30, "lee")));
      LeadState state = rules.step(fresh(), List.of(posted(1)), START).state();

      Outcome outcome = passed(rules, state, due.plus(DAY));

      List<Integer> scores =
          changes(outcome, Change.ScoreChanged.class).stream()
              .map(change -> change.standing().score())
              .toList();
      assertThat(scores).isEqualTo(seconds > 0 ? List.of(0, 10) : List.of());
    }
  }

  @Test
  void aNewLeadIsAssessedByTheRulesOfItsMoment() {
    Step rules =
        steps(
            published(1, START.minus(DAY), false, RULES),
            published(2, START.plusSeconds(1), false, new PlainRules(2, 20, 7, "lee")));

    Outcome before = rules.step(fresh(), List.of(posted(1)), START);
    Outcome after = rules.step(fresh(), List.of(posted(1)), START.plusSeconds(1));

    assertThat(before.state().scored().last().ruleset()).isEqualTo(1);
    assertThat(after.state().scored().last().ruleset()).isEqualTo(2);
    assertThat(changes(after, Change.ScoreChanged.class)).hasSize(1);
  }

  @Test
  void whatCouldNotBeAssessedIsTriedWithTheNextInputAndWithNewRules() {
    Step rules =
        steps(
            published(1, START.minus(DAY), false, RULES),
            published(2, START.plusSeconds(9), false, new PlainRules(2, 10, 7, "lee")));
    LeadState failed =
        rules
            .step(fresh(), List.of(new Input.ProfilePatched("{\"lastName\":\"Boom\"}")), START)
            .state();

    Outcome mended =
        rules.step(
            failed, List.of(new Input.ProfilePatched("{\"lastName\":null}")), START.plusSeconds(1));
    Outcome again = passed(rules, failed, START.plusSeconds(9));

    assertThat(mended.state().scored().last().problem()).isNull();
    assertThat(again.state().scored().last().ruleset()).isEqualTo(2);
    assertThat(changes(again, Change.AssessmentFailed.class)).hasSize(1);
  }

  @Test
  void aRestoredStateIsAssessedThoughNothingIsDue() {
    LeadState state = step.step(fresh(), List.of(posted(1)), START).state();
    LeadState spoiled =
        new LeadState(
            state.lead(),
            state.profile(),
            state.profileChanges(),
            state.activities(),
            state.at(),
            state.scored().with(new Standing(99, 0, 99, "D", "cold", null, null)));

    Outcome outcome = step.step(spoiled, List.of(new Input.Restored()), START.plusSeconds(1));

    assertThat(outcome.state().scored().standing().score()).isEqualTo(10);
  }

  @Test
  void aLeadThatWasNeverAssessedIsAssessedWhenTimePasses() {
    Outcome outcome = passed(step, fresh(), START);

    assertThat(outcome.state().scored().last().publication()).isEqualTo(1);
    assertThat(changes(outcome, Change.ScoreChanged.class)).hasSize(1);
  }

  @Test
  void whatWasDueBeforeTheLastInputIsDoneByTheRulesOfThatMoment() {
    Instant second = START.plusSeconds(10);
    Step rules =
        steps(
            published(1, START.minus(DAY), false, RULES),
            published(2, second, false, new PlainRules(2, 20, 7, "lee")));
    LeadState state = rules.step(fresh(), List.of(posted(1)), START).state();
    LastAssessment last = state.scored().last();
    LeadState asked =
        new LeadState(
            state.lead(),
            state.profile(),
            state.profileChanges(),
            state.activities(),
            second,
            state
                .scored()
                .with(
                    new LastAssessment(
                        last.publication(), last.ruleset(), last.assessedAt(), START, null),
                    null));

    Outcome outcome = passed(rules, asked, second);

    assertThat(changes(outcome, Change.ScoreChanged.class))
        .extracting(change -> change.at() + " " + change.ruleset())
        .containsExactly(second + " 2");
    assertThat(changes(outcome, Change.Announced.class)).as("new rules are quiet").isEmpty();
  }
}
