package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Assessment.Conclusion;
import dev.assay.assessment.Assessment.Qualified;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {
  private static final RuleSource RULE = RuleSource.row("Stages_11", "Stages", 11, 0);
  private static final Stages STAGES =
      new Stages(
          List.of(
              new Stages.Stage("MQL", 40),
              new Stages.Stage("SAL", null),
              new Stages.Stage("SQL", 80)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # score, qualifies for, stage before, stage after
           50 | MQL     | -   | MQL
           50 | MQL     | MQL | MQL
          100 | MQL SQL | -   | SQL
          100 | SQL MQL | MQL | SQL
           10 | SQL     | -   | SQL
          # held by its own leave-below
           40 | -       | MQL | MQL
           39 | -       | MQL | -
           41 | -       | -   | -
           80 | MQL     | SQL | SQL
           79 | MQL     | SQL | MQL
          # from SQL past SAL, which holds nobody, down to MQL held by its leave-below
           45 | -       | SQL | MQL
           40 | -       | SQL | MQL
           39 | -       | SQL | -
           90 | -       | SAL | MQL
           20 | -       | SAL | -
           60 | SAL     | SQL | SAL
          # a stage of an older rule set is as none
           90 | -       | Old | -
           50 | MQL     | Old | MQL
          """)
  void followQualificationAndHoldDownToLeaveBelow(
      int score, @Nullable String qualifies, @Nullable String before, @Nullable String after) {
    Assessment assessment = assessment(score, qualifies == null ? "" : qualifies, false);

    String stage = STAGES.step(assessment, before);

    assertThat(stage).isEqualTo(after);
  }

  @Test
  void areLeftUponAVeto() {
    Assessment assessment = assessment(200, "MQL SQL", true);

    String stage = STAGES.step(assessment, "SQL");

    assertThat(stage).isNull();
  }

  @Test
  void doNotStepTwice() {
    Assessment assessment = assessment(45, "", false);

    String stage = STAGES.step(assessment, STAGES.step(assessment, "SQL"));

    assertThat(stage).isEqualTo("MQL");
  }

  @Test
  void areRankedLowestFirst() {
    assertThat(STAGES.rank("MQL")).isZero();
    assertThat(STAGES.rank("SQL")).isEqualTo(2);
    assertThat(STAGES.rank("Old")).isEqualTo(-1);
    assertThat(STAGES.rank(null)).isEqualTo(-1);
    assertThat(STAGES.knows("MQL")).isTrue();
    assertThat(STAGES.knows("mql")).isFalse();
  }

  @Test
  void haveTheirOwnLimitOrNone() {
    assertThat(STAGES.leaveBelow("MQL")).isEqualTo(40);
    assertThat(STAGES.leaveBelow("SAL")).isNull();
    assertThat(STAGES.leaveBelow("Old")).isNull();
  }

  @Test
  void mayBeMissingAltogether() {
    Stages none = new Stages(List.of());

    String stage = none.step(assessment(100, "", false), "MQL");

    assertThat(stage).isNull();
  }

  private static Assessment assessment(int score, String qualifies, boolean veto) {
    List<Qualified> qualified =
        Stream.of(qualifies.split(" "))
            .filter(stage -> !stage.isEmpty())
            .map(stage -> new Qualified(stage, null, RULE))
            .toList();
    return new Assessment(
        Instant.EPOCH,
        1,
        new Score(score, score, 0),
        null,
        null,
        qualified,
        veto ? List.of(new Conclusion("no", RULE)) : List.of(),
        null,
        List.of(),
        List.of(),
        null);
  }
}
