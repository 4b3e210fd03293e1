package dev.assay.assessment;

import static dev.assay.engine.Leads.lead;
import static dev.assay.engine.Rules.rules;
import static dev.assay.engine.Trial.NOW;
import static dev.assay.engine.Trial.both;
import static dev.assay.engine.Trial.did;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.engine.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  private static final Trial GROUPED =
      rules()
          .group("Email", "engagement", -10, 20)
          .row("type", "email_open", "each", 5, "group", "Email")
          .row("type", "email_bounce", "each", -5, "group", "email")
          .row("type", "call", "each", 1)
          .trial();
  private static final Trial LIMITED =
      rules()
          .total(0, 100)
          .row("type", "call", "each", 10)
          .row("type", "complaint", "each", -10)
          .row("industry", "Software", "once", 5)
          .trial();

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, -",
    "4, 0, 20, -",
    "5, 0, 20, Group Email gives at most 20",
    "9, 0, 20, Group Email gives at most 20",
    "0, 2, -10, -",
    "0, 3, -10, Group Email takes at most 10",
    "6, 2, 20, -",
    "6, 1, 20, Group Email gives at most 20",
  })
  void ofAGroupHoldForItsSum(int opens, int bounces, int score, String limit) {
    Activities mail =
        both(did("email_open", "", NOW, opens), did("email_bounce", "", NOW, bounces));

    Assessment assessment = GROUPED.given(mail).expect(score);

    assertThat(limit(assessment)).isEqualTo(limit);
    assertThat(assessment.score().engagement()).isEqualTo(score);
  }

  @Test
  void ofAGroupLeaveOthersAlone() {
    GROUPED.given(did("email_open", "", NOW, 9)).and(did("call", "", NOW, 3)).expect(23);
  }

  @Test
  void ofAGroupAreALineOfItsDimension() {
    Assessment assessment = GROUPED.given(did("email_open", "", NOW, 9)).assess();

    assertThat(assessment.lines())
        .last()
        .isEqualTo(
            new Line.Limit(-25, "Group Email gives at most 20", 20, "Email", Dimension.ENGAGEMENT));
  }

  @Test
  void mayRaiseAGroupThatGivesSomething() {
    Trial trial =
        rules()
            .group("Low", "fit", 5, null)
            .row("industry", "x", "once", 2, "group", "Low")
            .trial();

    Assessment assessment = trial.given(lead().industry("x").is()).expect(5);

    assertThat(limit(assessment)).isEqualTo("Group Low gives at least 5");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0, 100, -",
    "10, 1, 90, -",
    "11, 0, 100, A score is at most 100",
    "11, 1, 100, -",
    "0, 0, 0, -",
    "1, 1, 0, -",
    "0, 1, 0, A score is at least 0",
  })
  void ofTheScoreHoldForTheTotal(int calls, int complaints, int score, String limit) {
    Activities all = both(did("call", "", NOW, calls), did("complaint", "", NOW, complaints));

    Assessment assessment = LIMITED.given(all).expect(score);

    assertThat(limit(assessment)).isEqualTo(limit);
  }

  @Test
  void ofTheScoreLeaveFitAndEngagementAsTheyAre() {
    Assessment assessment =
        LIMITED.given(lead().industry("Software").is(), did("call", "", NOW, 12)).expect(100);

    assertThat(assessment.score()).isEqualTo(new Score(100, 5, 120));
    assertThat(assessment.lines())
        .last()
        .isEqualTo(new Line.Limit(-25, "A score is at most 100", 100, null, null));
  }

  @Test
  void doNotDecideWhatPointsSpeakOf() {
    Trial trial =
        rules()
            .group("Who", "fit", null, null)
            .group("What", "engagement", null, null)
            .row("industry", "x", "once", 1)
            .row("industry", "x", "once", 2, "group", "What")
            .row("type", "call", "once", 4)
            .row("type", "call", "once", 8, "group", "Who")
            .trial();

    Assessment assessment = trial.given(lead().industry("x").is(), did("call", "", NOW)).expect(15);

    assertThat(assessment.score()).isEqualTo(new Score(15, 9, 6));
  }

  @Test
  void areNotReachedByPointsThatNoNumberHolds() {
    Trial trial =
        rules()
            .row("type", "call", "each", 1_000_000)
            .row("type", "call", "each", 1_000_000, "reason", "Again")
            .row("type", "call", "each", 999_999)
            .trial();
    var given = trial.given(did("call", "", NOW, 1_000));

    Throwable thrown = catchThrowable(given::assess);

    assertThat(thrown)
        .isInstanceOf(RuleFailure.class)
        .hasMessageContaining("2999999000 points are too many");
  }

  private static String limit(Assessment assessment) {
    return assessment.lines().stream()
        .filter(Line.Limit.class::isInstance)
        .map(Line::reason)
        .findFirst()
        .orElse("-");
  }
}
