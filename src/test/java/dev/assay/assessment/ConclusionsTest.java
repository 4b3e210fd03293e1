package dev.assay.assessment;

import static dev.assay.engine.Leads.lead;
import static dev.assay.engine.Leads.titled;
import static dev.assay.engine.Rules.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Assessment.Conclusion;
import dev.assay.engine.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConclusionsTest {
  private static final Trial FUNNEL =
      rules()
          .row("employees", 1, "once", 40)
          .row("employees", 50, "once", 10)
          .row("industry", "Software", "once", 50)
          .row("score", 50, "qualify", "MQL", "leaveBelow", 40)
          .row("score", 100, "qualify", "SQL")
          .row("score", 50, "lacks", "boss", "assign", "desk")
          .row("score", 60, "band", "hot")
          .row("score", 50, "band", "warm")
          .row("score", 100, "grade", "A")
          .row("score", 50, "grade", "B")
          .row("fit", 0, "grade", "C")
          .row("title", "CEO", "trait", "boss")
          .drl(
              """
              rule "boss" when Trait(name == "boss") Qualification(stage == "MQL") then
                scorecard.assign("founder");
              end
              rule "accepted" when exists Lead(title == "accepted") then
                insert(new Qualification("SQL"));
              end
              rule "veto" when Lead(title == "nobody") then scorecard.veto("no"); end
              """)
          .trial();

  @ParameterizedTest
  @CsvSource({
    "1, -, 40, C, -, -",
    "50, -, 50, B, warm, desk",
    "1, Software, 90, B, hot, desk",
    "50, Software, 100, A, hot, desk"
  })
  void areThoseOfTheUppermostRow(
      int employees, String industry, int score, String grade, String band, String owner) {
    Assessment assessment =
        FUNNEL.given(lead().employees(employees).industry(industry).is()).expect(score);

    assertThat(assessment.gradeValue()).isEqualTo(grade);
    assertThat(assessment.bandValue()).isEqualTo(band.equals("-") ? null : band);
    assertThat(assessment.ownerValue()).isEqualTo(owner.equals("-") ? null : owner);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"49, -, -", "50, -, MQL", "49, MQL, MQL", "49, SQL, MQL"})
  void moveTheStage(int employees, String before, String after) {
    FUNNEL.given(lead().employees(employees).is()).expectStage(after, before);
  }

  @Test
  void leaveAStageBelowItsLimit() {
    FUNNEL.given(lead().employees(0).is()).expectStage(null, "SQL");
  }

  @Test
  void ofAVetoEndEveryStage() {
    FUNNEL
        .given(lead().employees(50).industry("Software").title("nobody").is())
        .expectStage(null, "SQL");
  }

  @Test
  void ofDrlQualifyAsRowsDo() {
    FUNNEL.given(titled("accepted")).expectStage("SQL", null);
  }

  @Test
  void ofDrlBuildOnQualificationsOfRows() {
    Assessment assessment = FUNNEL.given(lead().employees(50).title("CEO").is()).assess();

    assertThat(assessment.ownerValue()).isEqualTo("founder");
  }

  @Test
  void listQualificationsLowestFirstAndNameTheRow() {
    Assessment assessment = FUNNEL.given(lead().employees(50).industry("Software").is()).assess();

    assertThat(assessment.qualifications())
        .extracting(claim -> claim.stage() + " " + claim.leaveBelow() + " " + claim.rule().row())
        .containsExactly("MQL 40 14", "SQL null 15");
  }

  @Test
  void ofRowsStandBeforeThoseOfDrl() {
    Trial trial =
        rules()
            .drl("rule \"a\" salience 9 when Lead() then scorecard.assign(\"drl\"); end")
            .row("title", "x", "assign", "row")
            .trial();

    Assessment assessment = trial.given(titled("x")).assess();

    assertThat(assessment.owner()).extracting(Conclusion::value).isEqualTo("row");
  }

  @Test
  void areMissingWhereNoRuleConcludes() {
    Trial trial = rules().row("score", 50, "grade", "A", "band", "hot", "assign", "me").trial();

    Assessment assessment = trial.given(Lead.UNKNOWN).assess();

    assertThat(assessment.gradeValue()).isNull();
    assertThat(assessment.bandValue()).isNull();
    assertThat(assessment.ownerValue()).isNull();
    assertThat(assessment.nextReviewAt()).isNull();
  }
}
