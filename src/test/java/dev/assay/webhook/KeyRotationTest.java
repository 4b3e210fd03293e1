package dev.assay.webhook;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.assay.time.SteppedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
@TestSecurity(user = "ada", authMechanism = "bearer", roles = "admin")
class KeyRotationTest {

  @Inject Scene scene;
  @Inject RotateKey rotateKey;
  @Inject ReencryptKeys reencryptKeys;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void theOldSecretSignsAlongUntilTheOverlapEnds() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      EndpointCreated created = scene.register(receiver.url());
      String rotated = rotate(created, "{\"overlap\":\"PT1H\"}").extract().path("secret");

      deliver("l-1");
      clock.step(Duration.ofMinutes(61));
      deliver("l-2");

      Receiver.Request during = receiver.requests().get(0);
      during.verifyWith(rotated);
      during.verifyWith(created.secret());
      assertThat(during.signatures()).hasSize(2).allMatch(one -> one.startsWith("v1,"));
      assertThat(receiver.requests().get(1).signatures()).hasSize(1);
    }
  }

  @Test
  void anOldSecretCanEndAtOnce() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      EndpointCreated created = scene.register(receiver.url());
      String rotated = rotate(created, "{\"overlap\":\"PT0S\"}").extract().path("secret");
      clock.step(Duration.ofMinutes(1));

      deliver("l-1");

      receiver.requests().get(0).verifyWith(rotated);
      assertThatThrownBy(() -> receiver.requests().get(0).verifyWith(created.secret()))
          .isInstanceOf(WebhookVerificationException.class);
    }
  }

  @Test
  void anEd25519KeySignsBesideTheSecretOnceItIsAskedFor() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      EndpointCreated created = scene.register(receiver.url());
      String publicKey =
          rotate(created, "{\"kind\":\"v1a\"}")
              .body("secret", nullValue())
              .extract()
              .path("publicKey");

      deliver("l-1");

      Receiver.Request request = receiver.requests().get(0);
      request.verifyWith(created.secret());
      List<String> signatures = request.signatures();
      assertThat(signatures).hasSize(2);
      assertThat(
              Ed25519Test.verifies(
                  publicKey, signatures.get(0), request.id(), request.timestamp(), request.body()))
          .isTrue();
      keys(created)
          .body("kind", equalTo(List.of("v1a", "v1")))
          .body("[0].publicKey", equalTo(publicKey));
    }
  }

  @Test
  void aKindCanBeLeftOutButNotTheLast() throws Exception {
    EndpointCreated created = scene.register("http://127.0.0.1:9/");
    String secret = "/v1/webhooks/" + created.endpoint().id() + "/secret/";
    rotate(created, "{\"kind\":\"v1a\"}");

    when().delete(secret + "v1").then().statusCode(204);
    when().delete(secret + "v1a").then().statusCode(409).body("detail", containsString("without"));

    keys(created).body("kind", equalTo(List.of("v1a")));
  }

  @Test
  void theAnswerHoldsTheSecretOnceAndSaysWhenTheOldOneEnds() throws Exception {
    EndpointCreated created = scene.register("http://127.0.0.1:9/");

    rotate(created, "{}")
        .header("Cache-Control", "no-store")
        .body("kind", equalTo("v1"))
        .body("secret", startsWith("whsec_"))
        .body("previousSignsUntil", notNullValue());

    keys(created)
        .body("kind", equalTo(List.of("v1", "v1")))
        .body("[0].signsUntil", nullValue())
        .body("[1].signsUntil", notNullValue());
    assertThat(keys(created).extract().asString()).doesNotContain("whsec_");
  }

  @Test
  void problemsNameTheValueAndWhatToTry() throws Exception {
    EndpointCreated created = scene.register("http://127.0.0.1:9/");
    String path = "/v1/webhooks/" + created.endpoint().id() + "/secret/rotate";

    for (String overlap : List.of("-PT1S", "P7DT1S", "a day", "")) {
      post(path, "{\"overlap\":\"" + overlap + "\"}")
          .statusCode(400)
          .body("detail", containsString("PT0S to P7D"));
    }
    post(path, "{\"overlap\":\"P7D\"}").statusCode(200);
    post(path, "{\"kind\":\"v2\"}").statusCode(400).body("detail", containsString("'v2'"));
    post("/v1/webhooks/ep_none/secret/rotate", "{}").statusCode(404);
    when().get("/v1/webhooks/ep_none/secret").then().statusCode(404);
    for (int more = 0; more < 4; more++) {
      post(path, "{}").statusCode(200);
    }
    post(path, "{}").statusCode(409).body("detail", containsString("overlap"));
  }

  @Test
  void secretsAreEncryptedAgainWithThePresentKey() throws Exception {
    EndpointCreated created = scene.register("http://127.0.0.1:9/");
    rotate(created, "{\"kind\":\"v1a\"}");
    EncryptionKey next = EncryptionKey.of(new byte[32]);
    SecretVault renewed = new SecretVault(next, List.of(EncryptionKey.of(scene.config)));

    assertThat(reencryptKeys.reencrypt()).isZero();
    assertThat(new ReencryptKeys(scene.database, renewed).reencrypt()).isEqualTo(2);

    Claimed claimed = claim("l-1");
    SecretVault without = new SecretVault(next, List.of());
    assertThat(claimed.keys().open(claimed.endpoint(), without).get(1))
        .isInstanceOfSatisfying(
            Secret.class, secret -> assertThat(secret.reveal()).isEqualTo(created.secret()));
    assertThat(claimed.keys().open(claimed.endpoint(), without).get(0))
        .isInstanceOf(Ed25519Key.class);
    assertThat(reencryptKeys.reencrypt()).as("what no key opens stays").isZero();
  }

  private Claimed claim(String lead) throws Exception {
    scene.announce(clock, Scene.change(lead));
    return scene.queue.claim(Map.of(), 10, clock.instant()).get(0);
  }

  private void deliver(String lead) throws Exception {
    scene.announce(clock, Scene.change(lead));
    scene.sender(clock).turn();
  }

  private static ValidatableResponse keys(EndpointCreated created) {
    return when().get("/v1/webhooks/" + created.endpoint().id() + "/secret").then().statusCode(200);
  }

  private static ValidatableResponse rotate(EndpointCreated created, String body) {
    return post("/v1/webhooks/" + created.endpoint().id() + "/secret/rotate", body).statusCode(200);
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
