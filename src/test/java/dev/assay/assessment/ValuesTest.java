package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Assessment.Conclusion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an assessment, a lead and the place of a rule say of themselves. */
class ValuesTest {
  private static final RuleSource ROW = RuleSource.row("Fit_12", "Fit", 12, 3);
  private static final RuleSource DRL = RuleSource.drl("boss", "people.drl", 3);

  @Test
  void ofAnAssessmentAreThoseOfItsConclusions() {
    Assessment said = assessment(new Conclusion("A", ROW), List.of());
    Assessment silent = assessment(null, List.of());

    assertThat(said.gradeValue()).isEqualTo("A");
    assertThat(said.bandValue()).isEqualTo("A");
    assertThat(said.ownerValue()).isEqualTo("A");
    assertThat(silent.gradeValue()).isNull();
    assertThat(silent.bandValue()).isNull();
    assertThat(silent.ownerValue()).isNull();
  }

  @Test
  void ofAnAssessmentAreNotChangedThroughTheListsItWasMadeOf() {
    List<Line> lines = new ArrayList<>(List.of(award(1, "one")));
    Assessment assessment = assessment(null, lines);

    lines.clear();

    assertThat(assessment.lines()).hasSize(1);
  }

  @Test
  void ofTheStrongestAwardsAreTheLargestWhateverTheirSign() {
    Assessment assessment =
        assessment(
            null,
            List.of(
                award(5, "a"),
                award(-20, "b"),
                award(20, "c"),
                award(-7, "d"),
                new Line.Limit(-90, "limit", 1, null, null)));

    assertThat(IntStream.rangeClosed(0, 5).mapToObj(assessment::strongest))
        .extracting(awards -> awards.stream().map(Line::reason).toList().toString())
        .containsExactly("[]", "[b]", "[b, c]", "[b, c, d]", "[b, c, d, a]", "[b, c, d, a]");
  }

  @Test
  void ofAnAttributeAreOfTheKindThatIsAskedFor() {
    Lead lead = lead(Map.of("plan", "Gold", "seats", new BigDecimal("10.5"), "vip", false));

    assertThat(lead.text("plan")).isEqualTo("Gold");
    assertThat(lead.text("seats")).isNull();
    assertThat(lead.text("nothing")).isNull();
    assertThat(lead.number("seats")).isEqualTo(10.5);
    assertThat(lead.number("plan")).isNull();
    assertThat(lead.flag("vip")).isFalse();
    assertThat(lead(Map.of("vip", true)).flag("vip")).isTrue();
    assertThat(lead.flag("seats")).isNull();
  }

  @Test
  void ofARuleSayWhereItStands() {
    assertThat(ROW).hasToString("Fit_12 (sheet Fit, row 12)");
    assertThat(DRL).hasToString("boss (people.drl)");
    assertThat(ROW).isEqualTo(new RuleSource("Fit_12", "Fit", 12, null, 3));
    assertThat(DRL).isEqualTo(new RuleSource("boss", null, null, "people.drl", 3));
  }

  @Test
  void ofRulesAreInOrderThenByName() {
    assertThat(ROW).isLessThan(DRL).isGreaterThan(RuleSource.drl("z", "z.drl", 2));
    assertThat(ROW).isLessThan(RuleSource.drl("A", "a.drl", 4));
    assertThat(ROW).isEqualByComparingTo(RuleSource.drl("Fit_12", "other.drl", 3));
  }

  @Test
  void ofAFailureNameTheRule() {
    IllegalStateException cause = new IllegalStateException("on purpose");

    RuleFailure failure = new RuleFailure("boss", "loops", cause);

    assertThat(failure).hasMessage("Rule boss: loops").hasCause(cause);
    assertThat(failure.rule()).isEqualTo("boss");
  }

  private static Assessment assessment(@Nullable Conclusion said, List<Line> lines) {
    return new Assessment(
        Instant.EPOCH,
        1,
        new Score(0, 0, 0),
        said,
        said,
        List.of(),
        List.of(),
        said,
        List.of(),
        lines,
        null);
  }

  private static Line.Award award(int points, String reason) {
    return new Line.Award(
        points,
        reason,
        ROW,
        Dimension.FIT,
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

  private static Lead lead(Map<String, Object> attributes) {
    return new Lead(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        attributes);
  }
}
