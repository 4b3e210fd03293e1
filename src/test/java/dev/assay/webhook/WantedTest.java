package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.scoring.step.LeadChanged;
import dev.assay.scoring.step.Standing;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

  /** Score 62, fit 40, engagement 22, B, warm, MQL, kim; 300 employees in EMEA. */
  private static final Standing NOW = Scene.STANDING;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {}                                                              | true
          {"stages":["MQL"]}                                              | true
          {"stages":["SQL","mql"]}                                        | true
          {"stages":["SQL"]}                                              | false
          {"bands":["warm"]}                                              | true
          {"bands":["hot"]}                                               | false
          {"owners":["Kim"]}                                              | true
          {"owners":["lee"]}                                              | false
          {"regions":["emea"]}                                            | true
          {"regions":["APAC"]}                                            | false
          {"stages":["MQL"],"regions":["APAC"]}                           | false
          {"lead":[{"field":"employees","is":">=","value":300}]}          | true
          {"lead":[{"field":"employees","is":">=","value":301}]}          | false
          {"lead":[{"field":"employees","is":">","value":1},{"field":"phone","is":"present"}]} | false
          """)
  void aFilterAsksWhereTheLeadIsNow(String filter, boolean wanted) throws Exception {
    LeadChanged reached = Scene.change("l-1", 1, Scene.stage(null), NOW);

    assertThat(subscriber(filter, 10).wants(MessageType.LEAD_QUALIFIED, reached)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"MQL, true", "SQL, false"})
  void ofALostStageTheFilterAsksForThatStage(String stage, boolean wanted) throws Exception {
    LeadChanged lost = Scene.change("l-1", 1, NOW, Scene.stage(null));
    Subscriber subscriber = subscriber("{\"stages\":[\"%s\"]}".formatted(stage), 10);

    assertThat(subscriber.wants(MessageType.LEAD_DISQUALIFIED, lost)).isEqualTo(wanted);
    assertThat(subscriber.wants(MessageType.LEAD_STAGE_CHANGED, lost)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 9, false", "9, 10, true", "10, 19, false", "19, 20, true", "20, 19, true",
    "19, 10, false", "5, 95, true", "0, -1, true", "-1, -10, false", "-10, -11, true"
  })
  void aScoreIsToldWhenItPassesAMultipleOfTheStep(int from, int to, boolean told) throws Exception {
    LeadChanged change = Scene.change("l-1", 1, Scene.score(from), Scene.score(to));

    assertThat(subscriber("{}", 10).wants(MessageType.LEAD_SCORE_CHANGED, change)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "lead.stage.changed, 1", "lead.qualified, 1", "lead.assigned, 1",
    "lead.band.changed, 1", "lead.score.changed, 1", "lead.disqualified, 0"
  })
  void aChangeOfEverythingIsToldOnceByEachTypeThatFits(String type, int times) {
    LeadChanged change = Scene.change("l-1", 1, Standing.NONE, NOW);

    assertThat(List.of(MessageType.values()).stream().filter(one -> one.tells(change)))
        .filteredOn(one -> one.wireName().equals(type))
        .hasSize(times);
  }

  private static Subscriber subscriber(String filter, int step) throws Exception {
    return new Subscriber(
        "ep",
        List.of(),
        new ObjectMapper().readValue(filter, EndpointFilter.class),
        step,
        Ordering.ANY);
  }
}
