package dev.assay.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.assay.client.Assay;
import dev.assay.time.SteppedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SenderAtRest.class)
@TestSecurity(user = "ada", roles = "admin", authMechanism = "bearer")
class ReplayTest {

  @Inject Scene scene;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void whatFailedSinceATimeIsSentAgain() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String id = scene.register(receiver.url()).endpoint().id();
      String other = scene.register(receiver.url()).endpoint().id();
      scene.announce(clock, Scene.change("old"), Scene.change("new"), Scene.change("fine"));
      scene.execute(
          "update delivery set state = case lead when 'fine' then 'delivered' else 'failed' end");
      scene.execute("update delivery set created_at = '2026-11-20T00:00:00Z' where lead = 'new'");
      scene.execute(
          "update delivery set created_at = '2026-11-19T23:59:59.999999Z' where lead = 'old'");

      replay(id, "{\"failedSince\":\"2026-11-20T00:00:00Z\"}")
          .statusCode(202)
          .body("again", equalTo(1))
          .body("added", equalTo(0));

      assertThat(states(id)).containsExactly("fine delivered", "new pending", "old failed");
      assertThat(states(other)).containsExactly("fine delivered", "new failed", "old failed");
      scene.sender(SteppedClock.yearsAhead()).turn();
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  @Test
  void aLeadsHistoryGoesToAnEndpointThatCameLater() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String early = scene.register(receiver.url()).endpoint().id();
      scene.announce(clock, Scene.change("l-1"), Scene.change("l-2"));
      scene.announce(clock, Scene.change("l-1", 4, Scene.STANDING, Scene.stage(null)));
      String late =
          scene
              .register(
                  receiver.url(),
                  Map.of("order", "strict", "filter", Map.of("bands", List.of("hot"))))
              .endpoint()
              .id();

      replay(late, "{\"lead\":\"l-1\"}").body("again", equalTo(0)).body("added", equalTo(2));
      replay(late, "{\"lead\":\"l-1\"}").body("again", equalTo(2)).body("added", equalTo(0));
      replay(early, "{\"lead\":\"nobody\"}").body("again", equalTo(0)).body("added", equalTo(0));

      assertThat(states(late)).containsExactly("l-1 pending", "l-1 pending");
      assertThat(
              scene.query(
                  "select distinct message from delivery where lead = 'l-1' and endpoint = '%s'"
                      .formatted(late)))
          .containsExactlyInAnyOrderElementsOf(
              scene.query("select id from message where lead = 'l-1'"));
    }
  }

  @Test
  @TestSecurity(
      user = "ada",
      roles = {"admin", "sales", "ingest"},
      authMechanism = "bearer")
  void theTimelineTellsWhatBecameOfEachMessage() throws Exception {
    String lead = Assay.newLead();
    given()
        .contentType(ContentType.JSON)
        .body("{\"title\":\"VP of Sales\"}")
        .put("/v1/leads/" + lead)
        .then()
        .statusCode(201);
    scene.register("http://127.0.0.1:9/");
    scene.announce(clock, Scene.change(lead));
    scene.execute("update delivery set state = 'failed', attempts = 10");

    given()
        .get("/v1/leads/" + lead + "/timeline")
        .then()
        .body("entries.findAll { it.kind == 'message' }.what.type", hasItem("lead.stage.changed"))
        .body("entries.find { it.kind == 'message' }.what.sequence", equalTo(3))
        .body("entries.find { it.kind == 'message' }.what.deliveries[0].state", equalTo("failed"))
        .body("entries.find { it.kind == 'message' }.what.deliveries[0].attempts", equalTo(10));
  }

  @Test
  void typesThatTheEndpointDoesNotWantAreNotAdded() throws Exception {
    scene.register("http://127.0.0.1:9/", Map.of());
    scene.announce(clock, Scene.change("l-1"));
    String id = scene.register("http://127.0.0.1:9/", "lead.qualified").endpoint().id();

    replay(id, "{\"lead\":\"l-1\"}").body("added", equalTo(1));

    assertThat(scene.query("select type from delivery where endpoint = '" + id + "'"))
        .containsExactly("lead.qualified");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"lead\":\"l-1\",\"failedSince\":\"2026-11-20T00:00:00Z\"}",
        "{\"failedSince\":\"yesterday\"}",
        "{\"failedSince\":\"+99999-01-01T00:00:00Z\"}",
        "{\"lead\":\"\"}",
        "{\"lead\":\"a\\u0000\"}"
      })
  void whatCannotBeReplayedIsAProblem(String body) throws Exception {
    String id = scene.register("http://127.0.0.1:9/").endpoint().id();

    replay(id, body).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void aDisabledOrUnknownEndpointGetsNothing() throws Exception {
    String id = scene.register("http://127.0.0.1:9/").endpoint().id();
    scene.execute("update webhook_endpoint set enabled = false");

    replay(id, "{\"lead\":\"l-1\"}").statusCode(409).body("detail", containsString("Enable it"));
    replay("ep_no", "{\"lead\":\"l-1\"}").statusCode(404);
  }

  private List<String> states(String endpoint) throws Exception {
    return scene.query(
        "select lead || ' ' || state from delivery where endpoint = '%s' order by lead, sequence"
            .formatted(endpoint));
  }

  private static ValidatableResponse replay(String endpoint, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/webhooks/" + endpoint + "/replay")
        .then();
  }
}
