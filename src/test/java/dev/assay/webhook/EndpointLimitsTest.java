package dev.assay.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.scoring.step.LeadChanged;
import dev.assay.time.SteppedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
@TestSecurity(user = "ada", authMechanism = "bearer", roles = "admin")
class EndpointLimitsTest {

  @Inject Scene scene;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void noMoreGoInASecondThanItBears() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      register(receiver, Map.of("perSecond", 5));
      announce(30);
      Scene.Sender one = scene.sender(clock);
      Scene.Sender other = scene.sender(clock);
      List<Integer> sent = new ArrayList<>();

      for (int millis : new int[] {0, 0, 199, 1, 800, 3_000}) {
        clock.step(Duration.ofMillis(millis));
        int before = receiver.requests().size();
        one.turn();
        other.turn();
        sent.add(receiver.requests().size() - before);
      }

      assertThat(sent).containsExactly(5, 0, 0, 1, 4, 5);
    }
  }

  @Test
  void noMoreAreUnderWayThanItBearsWhateverTheProcess() throws Exception {
    try (Receiver receiver = Receiver.holding()) {
      register(receiver, Map.of("atOnce", 2));
      announce(10);
      Scene.Sender one = scene.sender(clock);
      Scene.Sender other = scene.sender(clock);
      receiver.hold();

      one.start();
      other.start();
      await().until(() -> receiver.requests().size() == 2);
      one.start();
      other.start();

      assertThat(claimed()).isEqualTo("2");
      receiver.release();
      one.turn();
    }
  }

  @Test
  void anEndpointMayBearMoreThanIsUsual() throws Exception {
    try (Receiver receiver = Receiver.holding()) {
      register(receiver, Map.of("atOnce", 25));
      announce(30);
      receiver.hold();

      scene.sender(clock).start();

      await().until(() -> receiver.requests().size() == 25);
      assertThat(claimed()).isEqualTo("25");
      receiver.release();
    }
  }

  @Test
  void aHundredThatHangLeaveRoomForAnother() throws Exception {
    try (RawReceiver hanging = RawReceiver.hanging();
        Receiver receiver = Receiver.answering(200)) {
      for (int endpoint = 0; endpoint < 100; endpoint++) {
        scene.register(hanging.url());
      }
      announce(20);
      Scene.Sender sender = scene.sender(clock);
      sender.start();
      assertThat(sender.underWay()).isEqualTo(256);
      for (int turn = 0; turn < 8; turn++) {
        sender.start();
      }
      assertThat(sender.underWay()).isLessThanOrEqualTo(400);

      scene.register(receiver.url());
      scene.announce(clock, Scene.change("l-new"));
      sender.start();

      await().until(() -> receiver.requests().size() == 1);
      sender.turn();
    }
  }

  @Test
  void limitsAreShownAndReplacedAsAWhole() {
    String id =
        post("{\"url\":\"http://127.0.0.1:9/\",\"limits\":{\"perSecond\":10000,\"atOnce\":512}}")
            .statusCode(201)
            .body("limits.perSecond", equalTo(10_000))
            .body("health.failures", equalTo(0))
            .extract()
            .path("id");

    patch(id, "{\"description\":\"x\"}").body("limits.atOnce", equalTo(512));
    patch(id, "{\"limits\":{\"atOnce\":1}}")
        .body("limits.atOnce", equalTo(1))
        .body("limits.perSecond", nullValue());
    patch(id, "{\"limits\":{}}").body("limits.atOnce", nullValue());
    for (String wrong : List.of("\"perSecond\":0", "\"perSecond\":10001", "\"atOnce\":513")) {
      post("{\"url\":\"http://127.0.0.1:9/\",\"limits\":{" + wrong + "}}")
          .statusCode(400)
          .body("detail", containsString("limits."));
    }
  }

  @Test
  void enablingAnEndpointForgetsHowItFared() throws Exception {
    String id = post("{\"url\":\"http://127.0.0.1:9/\"}").extract().path("id");
    scene.execute(
        "update webhook_endpoint set enabled = false, failures = 99, failing_since = 'epoch',"
            + " paused_until = 'infinity', ramp = 1, disabled_because = 'x'");

    patch(id, "{\"enabled\":true}")
        .body("health.failures", equalTo(0))
        .body("health.failingSince", nullValue())
        .body("health.pausedUntil", nullValue())
        .body("disabledBecause", nullValue());
    assertThat(scene.query("select restrained from webhook_endpoint")).containsExactly("f");
  }

  private String claimed() throws Exception {
    return scene.query("select count(*) from delivery where claimed_until is not null").get(0);
  }

  private void register(Receiver receiver, Map<String, Integer> limits) throws Exception {
    scene.register(receiver.url(), Map.of("limits", limits));
  }

  private void announce(int leads) throws Exception {
    scene.announce(
        clock,
        IntStream.range(0, leads)
            .mapToObj(lead -> Scene.change("l-" + lead))
            .toArray(LeadChanged[]::new));
  }

  private static ValidatableResponse post(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/v1/webhooks").then();
  }

  private static ValidatableResponse patch(String id, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .patch("/v1/webhooks/" + id)
        .then()
        .statusCode(200);
  }
}
