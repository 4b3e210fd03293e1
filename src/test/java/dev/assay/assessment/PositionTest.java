package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Assessment.Conclusion;
import dev.assay.assessment.Assessment.Qualified;
import dev.assay.assessment.Stages.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MQL and SQL, neither with a lower limit. */
class PositionTest {
  private static final Stages STAGES =
      new Stages(List.of(new Stage("MQL", null), new Stage("SQL", null)));
  private static final RuleSource RULE = RuleSource.drl("r", "r.drl", 0);

  @Test
  void whoReachesAStageGetsAnOwner() {
    Position next = Position.NONE.next(STAGES, assessment("MQL", "Ann"));

    assertThat(next).isEqualTo(new Position("MQL", "Ann"));
  }

  @Test
  void theOwnerStays() {
    Position next = new Position("MQL", "Ann").next(STAGES, assessment("SQL", "Bob"));

    assertThat(next).isEqualTo(new Position("SQL", "Ann"));
    assertThat(next.next(STAGES, assessment(null, "Bob"))).isEqualTo(new Position(null, "Ann"));
  }

  @Test
  void whoStaysInAStageGetsNoOwnerLater() {
    Position next = new Position("MQL", null).next(STAGES, assessment("MQL", "Bob"));

    assertThat(next).isEqualTo(new Position("MQL", null));
  }

  private static Assessment assessment(
      @org.jspecify.annotations.Nullable String stage, String owner) {
    return new Assessment(
        Instant.EPOCH,
        1,
        new Score(0, 0, 0),
        null,
        null,
        stage == null ? List.of() : List.of(new Qualified(stage, null, RULE)),
        List.of(),
        new Conclusion(owner, RULE),
        List.of(),
        List.of(),
        null);
  }
}
