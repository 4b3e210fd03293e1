package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.Assessment.Conclusion;
import dev.assay.assessment.Assessment.Qualified;
import dev.assay.assessment.Stages.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstConclusionsTest {
  private static final Stages STAGES =
      new Stages(List.of(new Stage("MQL", 40), new Stage("Demo", null), new Stage("Buy", 80)));
  private static final RuleSource RULE = rule(1);

  private final Conclusions said = new Conclusions();

  @Test
  void standWhateverTheOrderInWhichTheyAreSaid() {
    Seeds.upTo(30, FirstConclusionsTest::standWhateverTheOrderInWhichTheyAreSaid);
  }

  private static void standWhateverTheOrderInWhichTheyAreSaid(long seed) {
    Conclusions said = new Conclusions();
    Random random = new Random(seed);
    List<RuleSource> rules = new ArrayList<>();
    for (int order = 0; order < 6; order++) {
      rules.add(rule(order));
    }
    Collections.shuffle(rules, random);
    List<RuleSource> saying = rules.subList(0, 1 + random.nextInt(5));

    for (RuleSource rule : saying) {
      said.grade("grade " + rule.order(), rule);
      said.band("band " + rule.order(), rule);
      said.owner("owner " + rule.order(), rule);
      said.trait("trait", rule);
      said.veto("veto", rule);
      said.qualification("MQL", rule);
    }

    RuleSource first = Collections.min(saying, Comparator.comparing(RuleSource::order));
    assertThat(said.grade()).isEqualTo(new Conclusion("grade " + first.order(), first));
    assertThat(said.band()).isEqualTo(new Conclusion("band " + first.order(), first));
    assertThat(said.owner()).isEqualTo(new Conclusion("owner " + first.order(), first));
    assertThat(said.traits()).containsExactly(new Conclusion("trait", first));
    assertThat(said.vetoes()).containsExactly(new Conclusion("veto", first));
    assertThat(said.qualifications(STAGES)).containsExactly(new Qualified("MQL", null, first));
  }

  @Test
  void ofOneRuleAreThoseItSaysFirst() {
    said.grade("A", RULE);
    said.grade("B", RULE);

    assertThat(said.grade()).isEqualTo(new Conclusion("A", RULE));
  }

  @Test
  void areMissingUntilSaid() {
    assertThat(said.grade()).isNull();
    assertThat(said.band()).isNull();
    assertThat(said.owner()).isNull();
    assertThat(said.traits()).isEmpty();
    assertThat(said.vetoes()).isEmpty();
    assertThat(said.qualifications(STAGES)).isEmpty();
    assertThat(said.hasTrait("x")).isFalse();
    assertThat(said.hasQualification("MQL")).isFalse();
  }

  @Test
  void areKnownOnceSaid() {
    said.trait("x", RULE);
    said.qualification("MQL", RULE);

    assertThat(said.hasTrait("x")).isTrue();
    assertThat(said.hasTrait("y")).isFalse();
    assertThat(said.hasQualification("MQL")).isTrue();
    assertThat(said.hasQualification("Buy")).isFalse();
  }

  @Test
  void listTraitsAndVetoesByName() {
    for (String name : List.of("m", "z", "a")) {
      said.trait(name, RULE);
      said.veto(name, RULE);
    }

    assertThat(said.traits()).extracting(Conclusion::value).containsExactly("a", "m", "z");
    assertThat(said.vetoes()).extracting(Conclusion::value).containsExactly("a", "m", "z");
  }

  /** By the funnel and not by name: in that order "Buy" would come first. */
  @Test
  void listQualificationsLowestStageFirst() {
    said.qualification("Buy", rule(1));
    said.qualification("Demo", rule(2));
    said.qualification("MQL", rule(3));
    said.leaveBelow(rule(3), 40);

    assertThat(said.qualifications(STAGES))
        .containsExactly(
            new Qualified("MQL", 40, rule(3)),
            new Qualified("Demo", null, rule(2)),
            new Qualified("Buy", null, rule(1)));
  }

  @Test
  void failForAStageThatIsNotThere() {
    said.qualification("SQL", RULE);

    assertThatThrownBy(() -> said.qualifications(STAGES))
        .isInstanceOf(RuleFailure.class)
        .hasMessageContaining(
            "stage \"SQL\" is not on the Stages sheet, which has [MQL, Demo, Buy]");
  }

  @Test
  void failForALimitThatTheFunnelDoesNotKnow() {
    said.qualification("MQL", RULE);
    said.leaveBelow(RULE, 41);

    assertThatThrownBy(() -> said.qualifications(STAGES))
        .isInstanceOf(RuleFailure.class)
        .hasMessageContaining(
            "leaveBelow 41 of stage MQL must stand in the workbook, which says 40");
  }

  private static RuleSource rule(int order) {
    return RuleSource.drl("rule " + order, "some.drl", order);
  }
}
