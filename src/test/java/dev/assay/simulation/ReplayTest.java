package dev.assay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A lead that asked for a demo 20 days ago and had a meeting 10 days ago. Under the live rules it
 * is an MQL (50 points) with the meeting; the draft gives 60 points for the demo alone.
 */
@QuarkusTest
class ReplayTest {
  private final String lead = Assay.newLead();
  private final Instant demo = Assay.ago(Duration.ofDays(20));
  private final Instant meeting = Assay.ago(Duration.ofDays(10));
  private int draft;

  @BeforeEach
  void aHistory() {
    Assay.post("[" + event("e-1", "demo_request", demo) + "]").statusCode(200);
    Assay.post("[" + event("e-2", "meeting", meeting) + "]").statusCode(200);
    draft = Drafts.upload(Drafts.with(Map.of("Asked for a demo", 60)));
  }

  @Test
  void aPeriodIsLivedThroughUnderBothRules() throws Exception {
    JsonPath change = change(replay(Duration.ofDays(30), Duration.ofDays(1)));

    assertThat(change.getList("moves.before.at", String.class)).containsExactly(meeting.toString());
    assertThat(change.getList("moves.after.at", String.class)).containsExactly(demo.toString());
    assertThat(change.getString("moves.after[0].from")).isNull();
    assertThat(change.getString("moves.after[0].to")).isEqualTo("MQL");
    assertThat(change.getString("before.stage")).isEqualTo("MQL");
    assertThat(change.getInt("before.score")).isEqualTo(50);
    assertThat(change.getInt("after.score")).isEqualTo(80);
  }

  @Test
  void whatTheRulesDoAtTheBeginningIsNoMoveOfThePeriod() throws Exception {
    JsonPath change = change(replay(Duration.ofDays(15), Duration.ofDays(1)));

    assertThat(change.getList("moves.before.at", String.class)).containsExactly(meeting.toString());
    assertThat(change.getList("moves.after")).isEmpty();
  }

  @Test
  void whatComesAfterThePeriodIsNotSeen() throws Exception {
    JsonPath change = change(replay(Duration.ofDays(30), Duration.ofDays(11)));

    assertThat(change.getList("moves.before")).isEmpty();
    assertThat(change.getString("before.stage")).isNull();
    assertThat(change.getString("after.stage")).isEqualTo("MQL");
  }

  @Test
  void weeksAddUpToTheMoves() {
    Simulated replayed = replay(Duration.ofDays(30), Duration.ofDays(1));

    List<Map<String, Object>> weeks = replayed.view.getList("report.weeks");
    assertThat(weeks).isNotEmpty();
    int before =
        replayed.view.<Integer>getList("report.weeks.before").stream().mapToInt(i -> i).sum();
    int after =
        replayed.view.<Integer>getList("report.weeks.after").stream().mapToInt(i -> i).sum();
    assertThat(before).isPositive();
    assertThat(after).isPositive();
    assertThat(replayed.view.getList("report.weeks.week", String.class))
        .allMatch(
            week -> java.time.LocalDate.parse(week).getDayOfWeek() == java.time.DayOfWeek.MONDAY);
  }

  private Simulated replay(Duration from, Duration to) {
    return Simulated.run(
        draft, "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(Assay.ago(from), Assay.ago(to)));
  }

  private JsonPath change(Simulated replayed) throws Exception {
    Map<String, Object> change =
        replayed.changes(200).stream()
            .filter(one -> lead.equals(one.get("lead")))
            .findFirst()
            .orElseThrow();
    return new JsonPath(new ObjectMapper().writeValueAsString(change));
  }

  private String event(String id, String type, Instant at) {
    return "{\"id\":\"%s\",\"lead\":\"%s\",\"type\":\"%s\",\"occurredAt\":\"%s\"}"
        .formatted(id, lead, type, at);
  }
}
