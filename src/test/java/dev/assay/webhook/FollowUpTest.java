package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
class FollowUpTest {

  @Inject Scene scene;
  @Inject Tables tables;
  @Inject Clock clock;

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void aLeadWithoutOutcomeIsRemindedOfOnce() throws Exception {
    String endpoint = register(Map.of());
    String lead = qualified();
    Instant reached = reached(lead);

    assertThat(scene.followUps.remind(reached.plus(Duration.ofMinutes(59)))).isZero();
    assertThat(reminders(lead)).isEmpty();
    assertThat(scene.followUps.remind(reached.plus(Duration.ofMinutes(60)))).isEqualTo(1);
    assertThat(scene.followUps.remind(reached.plus(Duration.ofMinutes(61)))).isZero();

    assertThat(reminders(lead)).hasSize(1);
    JsonNode data = EndpointTargets.read(reminders(lead).get(0)).path("data");
    assertThat(data.path("stage").asText()).isEqualTo("MQL");
    assertThat(data.path("email").asText()).isEqualTo(lead + "@example.org");
    assertThat(data.path("score").asInt()).isEqualTo(65);
    assertThat(
            tables.rows(
                "SELECT endpoint FROM delivery WHERE lead = ? AND type = 'lead.followup.due'",
                lead))
        .containsExactly(endpoint);
    assertThat(
            tables.count(
                "SELECT messages - (SELECT sequence FROM message WHERE message.lead = lead.lead"
                    + " AND type = 'lead.followup.due') FROM lead WHERE lead = ?",
                lead))
        .isZero();
  }

  @Test
  void anOutcomeIsEnough() throws Exception {
    register(Map.of());
    String lead = qualified();
    Assay.post(Assay.event("o-1", lead, "outcome", "accepted")).statusCode(200);

    scene.followUps.remind(reached(lead).plus(Duration.ofHours(2)));

    assertThat(reminders(lead)).isEmpty();
  }

  @Test
  void whatTheFilterDoesNotAdmitAndWhatCameBeforeIsNotRemindedOf() throws Exception {
    String before = qualified();
    register(Map.of("filter", Map.of("owners", List.of("nobody"))));
    String lead = qualified();

    scene.followUps.remind(reached(lead).plus(Duration.ofHours(2)));

    assertThat(reminders(lead)).isEmpty();
    assertThat(reminders(before)).isEmpty();
    assertThat(tables.count("SELECT count(*) FROM follow_up WHERE lead = ?", before)).isZero();
  }

  @Test
  void processesShareTheWork() throws Exception {
    register(Map.of());
    List<String> leads = new ArrayList<>();
    for (int lead = 0; lead < 5; lead++) {
      leads.add(qualified());
    }
    Instant due = reached(leads.get(4)).plus(Duration.ofHours(2));
    Callable<Integer> remind = () -> scene.followUps.remind(due);
    ExecutorService processes = Executors.newFixedThreadPool(3);
    try {
      int written = 0;
      for (Future<Integer> one : processes.invokeAll(List.of(remind, remind, remind))) {
        written += one.get();
      }

      assertThat(written).isEqualTo(5);
      for (String lead : leads) {
        assertThat(reminders(lead)).hasSize(1);
      }
    } finally {
      processes.shutdown();
    }
  }

  private String register(Map<String, ?> settings) throws Exception {
    return scene
        .register(
            "http://127.0.0.1:9/",
            merged(
                settings,
                Map.of(
                    "eventTypes", List.of("lead.followup.due"),
                    "followUp", Map.of("stage", "MQL", "after", "PT1H"))))
        .endpoint()
        .id();
  }

  private static Map<String, Object> merged(Map<String, ?> some, Map<String, ?> others) {
    Map<String, Object> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  private static String qualified() {
    String lead = Assay.newLead();
    Assay.put(
            lead,
            "{\"email\":\"%s@example.org\",\"title\":\"VP of Sales\",\"employees\":300}"
                .formatted(lead))
        .statusCode(201);
    Assay.post(Assay.event("e-1", lead, "demo_request", "")).statusCode(200);
    return lead;
  }

  private Instant reached(String lead) throws Exception {
    String at =
        tables
            .rows("SELECT extract(epoch FROM at)::text FROM stage_change WHERE lead = ?", lead)
            .get(0);
    return Instant.ofEpochMilli((long) Math.ceil(Double.parseDouble(at) * 1000));
  }

  private List<String> reminders(String lead) throws Exception {
    return tables.rows(
        "SELECT payload FROM message WHERE lead = ? AND type = 'lead.followup.due'", lead);
  }
}
