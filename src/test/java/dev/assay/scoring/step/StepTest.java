package dev.assay.scoring.step;

import static dev.assay.scoring.step.Steps.DAY;
import static dev.assay.scoring.step.Steps.RULES;
import static dev.assay.scoring.step.Steps.START;
import static dev.assay.scoring.step.Steps.changes;
import static dev.assay.scoring.step.Steps.event;
import static dev.assay.scoring.step.Steps.fresh;
import static dev.assay.scoring.step.Steps.merged;
import static dev.assay.scoring.step.Steps.passed;
import static dev.assay.scoring.step.Steps.posted;
import static dev.assay.scoring.step.Steps.published;
import static dev.assay.scoring.step.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Occurrence;
import dev.assay.assessment.Score;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What inputs do to a lead. */
class StepTest {
  private final Step step = steps(published(1, START.minus(DAY), false, RULES));

  @Test
  void anEventScoresAndIsTheCauseOfWhatFollows() {
    Event event = event(1, START);

    Outcome outcome = step.step(fresh(), List.of(new Input.EventPosted(event)), START);

    Standing standing = new Standing(10, 0, 10, "D", "cold", null, null);
    assertThat(outcome.state().scored().standing()).isEqualTo(standing);
    assertThat(outcome.state().at()).isEqualTo(START);
    assertThat(outcome.state().scored().last().nextReviewAt())
        .isEqualTo(START.plus(DAY.multipliedBy(7)));
    assertThat(changes(outcome, Change.ScoreChanged.class))
        .containsExactly(new Change.ScoreChanged("l-1", 1, START, standing, 1, event));
    assertThat(changes(outcome, Change.Announced.class))
        .singleElement()
        .satisfies(told -> assertThat(told.change().before()).isEqualTo(Standing.NONE))
        .satisfies(told -> assertThat(told.change().cause()).isEqualTo(event));
  }

  @Test
  void whatOneCallSaysIsAssessedOnce() {
    Event last = event(4, START);

    Outcome outcome =
        step.step(
            fresh(), List.of(posted(1), posted(2), posted(3), new Input.EventPosted(last)), START);

    assertThat(changes(outcome, Change.ScoreChanged.class)).hasSize(1);
    assertThat(changes(outcome, Change.Occurred.class)).hasSize(4);
    assertThat(changes(outcome, Change.StageChanged.class))
        .containsExactly(new Change.StageChanged("l-1", 1, START, null, "SQL", 40, 1, "kim", last));
    assertThat(changes(outcome, Change.Announced.class).get(0).change().higher()).isTrue();
  }

  @Test
  void aLeadThatCannotBeAssessedKeepsItsScoreAndIsToldOfItsOwner() {
    LeadState state = step.step(fresh(), List.of(posted(1), posted(2)), START).state();
    Instant later = START.plusSeconds(5);

    Outcome outcome =
        step.step(
            state,
            List.of(
                new Input.ProfilePatched("{\"lastName\":\"Boom\"}"),
                new Input.OwnerAssigned("lee", "key-1")),
            later);

    Scored scored = outcome.state().scored();
    assertThat(scored.last().problem()).isEqualTo("boom");
    assertThat(scored.last().nextReviewAt()).isNull();
    assertThat(scored.last().assessedAt()).isEqualTo(START);
    assertThat(scored.standing()).isEqualTo(new Standing(20, 0, 20, "D", "cold", "MQL", "lee"));
    assertThat(changes(outcome, Change.AssessmentFailed.class)).hasSize(1);
    assertThat(changes(outcome, Change.OwnerChanged.class))
        .containsExactly(new Change.OwnerChanged("l-1", later, "kim", "lee", 1, "key-1"));
    assertThat(changes(outcome, Change.Announced.class))
        .extracting(told -> told.change().after().owner())
        .containsExactly("lee");
    assertThat(passed(step, outcome.state(), later.plus(DAY.multipliedBy(99))).changes()).isEmpty();
  }

  @Test
  void theReasonOfAFailureIsCut() {
    String reason = "x".repeat(LeadChanges.MAX_PROBLEM);
    for (String told : List.of(reason, reason + "y")) {
      Step fails =
          new Step(new OneRuleSet(published(1, START, false, RULES)).withoutAssessment(told));
      Outcome outcome = fails.step(fresh(), List.of(posted(1)), START);
      assertThat(outcome.state().scored().last().problem()).isEqualTo(reason);
    }
  }

  @Test
  void aPatchThatSaysNothingNewIsNoChange() {
    LeadState state =
        step.step(fresh(), List.of(new Input.ProfilePatched("{\"title\":\"VP\"}")), START).state();

    Outcome outcome =
        step.step(
            state, List.of(new Input.ProfilePatched("{\"title\":\"VP\",\"phone\":null}")), START);

    assertThat(outcome.changes()).isEmpty();
    assertThat(outcome.state().profileChanges()).isEqualTo(1);
  }

  @Test
  void anOwnerWhoHasTheLeadIsNotAssignedAgain() {
    LeadState state =
        step.step(fresh(), List.of(new Input.OwnerAssigned("lee", "key-1")), START).state();

    Outcome outcome = step.step(state, List.of(new Input.OwnerAssigned("lee", "key-2")), START);

    assertThat(state.scored().standing().owner()).isEqualTo("lee");
    assertThat(outcome.changes()).isEmpty();
  }

  @Test
  void anOwnerWhomSomebodyChoseIsNotReplacedByTheRules() {
    LeadState state =
        step.step(fresh(), List.of(new Input.OwnerAssigned("lee", "key-1")), START).state();

    Outcome outcome = step.step(state, List.of(posted(1), posted(2)), START);

    assertThat(outcome.state().scored().standing().stage()).isEqualTo("MQL");
    assertThat(outcome.state().scored().standing().owner()).isEqualTo("lee");
  }

  @Test
  void aMergedLeadStandsWhereTheFurtherOfTheTwoStood() {
    LeadState state = step.step(fresh(), List.of(posted(1)), START).state();
    Activities both = state.activities();

    Outcome held = step.step(state, List.of(merged(both, "MQL", "max")), START);
    Outcome none = step.step(state, List.of(merged(both, null, null)), START);

    assertThat(held.state().scored().standing().stage()).as("held from 10 points").isEqualTo("MQL");
    assertThat(held.state().scored().standing().owner()).isEqualTo("max");
    assertThat(changes(held, Change.OwnerChanged.class)).hasSize(1);
    assertThat(none.state().scored().standing().stage()).isNull();
    assertThat(none.state().scored().standing().owner()).isNull();
  }

  @Test
  void theOtherStageOfAMergeIsNotHigherIfItsOwnIs() {
    LeadState state =
        step.step(fresh(), List.of(posted(1), posted(2), posted(3), posted(4)), START).state();

    Outcome outcome = step.step(state, List.of(merged(state.activities(), "MQL", "max")), START);

    assertThat(outcome.state().scored().standing().stage()).isEqualTo("SQL");
    assertThat(outcome.state().scored().standing().owner()).isEqualTo("kim");
    assertThat(changes(outcome, Change.StageChanged.class)).isEmpty();
  }

  @Test
  void aMergeBringsWhatBothKnewAndDid() {
    LeadState state = step.step(fresh(), List.of(posted(1)), START).state();
    Activities both =
        state.activities().with(List.of(new Occurrence("page_view", "/a", START.minus(DAY))));

    Outcome outcome =
        step.step(
            state,
            List.of(new Input.LeadMerged("{\"title\":\"VP\"}", both, null, null, "key-1")),
            START);

    assertThat(outcome.state().profile()).isEqualTo("{\"title\":\"VP\"}");
    assertThat(outcome.state().activities()).isEqualTo(both);
    assertThat(outcome.state().scored().standing().score()).isEqualTo(30);
  }

  @Test
  void onlyAHigherStageIsToldAsOne() {
    LeadState state =
        step.step(fresh(), List.of(posted(1), posted(2), posted(3), posted(4)), START).state();
    Instant later = START.plus(DAY.multipliedBy(7));

    Outcome lower = passed(step, state, later);
    Outcome same = step.step(state, List.of(posted(5)), START);

    assertThat(changes(lower, Change.StageChanged.class)).hasSize(1);
    assertThat(changes(lower, Change.Announced.class))
        .extracting(told -> told.change().higher())
        .containsExactly(false);
    assertThat(changes(same, Change.Announced.class))
        .extracting(told -> told.change().higher())
        .containsExactly(false);
  }

  @Test
  void whatIsToldOfALeadThatCannotBeAssessedIsTheLastGoodScore() {
    LeadState state = step.step(fresh(), List.of(posted(1), posted(2)), START).state();

    Outcome outcome =
        step.step(
            state,
            List.of(
                new Input.ProfilePatched("{\"lastName\":\"Boom\"}"),
                new Input.OwnerAssigned("lee", "key-1")),
            START);

    LeadChanged told = changes(outcome, Change.Announced.class).get(0).change();
    assertThat(told.lead()).isEqualTo("l-1");
    assertThat(told.assessment().score()).isEqualTo(new Score(20, 0, 20));
    assertThat(told.assessment().lines()).isEmpty();
    assertThat(changes(outcome, Change.Announced.class).get(0).lead()).isEqualTo("l-1");
  }

  @Test
  void whatHappenedIsAddedOnce() {
    LeadState state = step.step(fresh(), List.of(posted(1), posted(2)), START).state();

    assertThat(state.activities().occurrences()).isEqualTo(2);
    assertThat(step.step(state, List.of(posted(3)), START).state().activities().occurrences())
        .isEqualTo(3);
  }
}
