package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMailUtil;
import dev.assay.time.SteppedClock;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages on their way to chats, mailboxes and CRMs. */
@QuarkusTest
@TestProfile(SenderAtRest.class)
class TargetDeliveryTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Scene scene;
  @Inject EndpointTargets targets;
  @Inject ReactiveMailer mailer;
  @Inject Vertx vertx;
  @Inject ReencryptKeys reencryptKeys;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void aCardReachesSlackUnderASecretUrl() throws Exception {
    try (Receiver slack = Receiver.answering(200)) {
      EndpointCreated created = register(Map.of("kind", "slack", "url", slack.url()));
      deliver("l-1");

      assertThat(created.secret()).isEmpty();
      assertThat(created.endpoint().url()).endsWith("/…").doesNotContain("hook");
      Receiver.Request request = slack.requests().get(0);
      JsonNode body = JSON.readTree(request.body());
      assertThat(body.path("text").asText())
          .startsWith("Ada (Müller \"& Söhne\"".replace("&", "&amp;"));
      assertThat(body.path("blocks").path(0).path("type").asText()).isEqualTo("header");
      assertThat(body.toString()).contains("https://assay.example.com/leads/l-1|Open in Assay");
      assertThat(request.headers()).doesNotContainKey("Webhook-signature");
      assertThat(scene.delivery("l-1").delivery().state()).isEqualTo("delivered");
      assertThat(stored()).doesNotContain("hook?a=b");
    }
  }

  @Test
  void aCardReachesTeams() throws Exception {
    try (Receiver teams = Receiver.answering(202)) {
      register(Map.of("kind", "teams", "url", teams.url()));
      deliver("l-1");

      JsonNode body = JSON.readTree(teams.requests().get(0).body());
      assertThat(body.at("/attachments/0/content/type").asText()).isEqualTo("AdaptiveCard");
      assertThat(scene.delivery("l-1").delivery().state()).isEqualTo("delivered");
    }
  }

  @Test
  void aTemplateCallsWithAKeyThatIsNeverShown() throws Exception {
    try (Receiver crm = Receiver.answering(200)) {
      EndpointCreated created =
          register(template(crm, "{\"name\":{data.firstName}}", "data.email"));
      deliver("l-1");

      Receiver.Request request = crm.requests().get(0);
      assertThat(request.headers().get("Authorization")).containsExactly("Bearer s3cret-key");
      assertThat(request.body()).isEqualTo("{\"name\":\"Ada\"}");
      DeliveryDetail delivery = scene.delivery("l-1");
      assertThat(delivery.attempts().get(0).toString()).contains("authorization=…");
      assertThat(delivery.toString() + created + stored()).doesNotContain("s3cret-key");
    }
  }

  @Test
  void theKeyStaysWhenTheTemplateChanges() throws Exception {
    try (Receiver crm = Receiver.answering(200)) {
      String id = register(template(crm, "1", "data.email")).endpoint().id();
      SecretVault renewed =
          new SecretVault(EncryptionKey.of(new byte[32]), List.of(EncryptionKey.of(scene.config)));

      scene.changeEndpoint.change(
          id, request(Map.of("config", config(crm, "{\"is\":2}", "data.email"))));

      deliver("l-1");
      assertThat(crm.requests().get(0).body()).isEqualTo("{\"is\":2}");
      assertThat(crm.requests().get(0).headers().get("Authorization"))
          .containsExactly("Bearer s3cret-key");
      assertThat(new ReencryptKeys(scene.database, renewed).reencrypt()).isEqualTo(1);
      assertThat(reencryptKeys.reencrypt()).isZero();
    }
  }

  @Test
  void whatCannotBeWrittenIsGivenUpAtOnce() throws Exception {
    try (Receiver crm = Receiver.answering(200)) {
      register(template(crm, "1", "data.lastName"));
      deliver("l-1");

      DeliveryDetail delivery = scene.delivery("l-1");
      assertThat(delivery.delivery().state()).isEqualTo("failed");
      assertThat(delivery.attempts().get(0).error())
          .isEqualTo(
              "Nothing was sent: The message has no data.lastName, which this endpoint needs");
      assertThat(crm.requests()).isEmpty();
    }
  }

  @Test
  void mailReachesAListAndIsTriedAgainWhileTheServerIsAway() throws Exception {
    register(Map.of("kind", "email", "config", Map.of("to", List.of("sales@example.com"))));
    scene.announce(clock, Scene.change("l-1"));
    Scene.Sender sender = scene.sender(clock);

    sender.turn();
    assertThat(scene.delivery("l-1").delivery().state()).isEqualTo("pending");
    try (MailServer server = new MailServer()) {
      clock.step(Duration.ofSeconds(10));
      sender.turn();

      DeliveryDetail delivery = scene.delivery("l-1");
      assertThat(delivery.delivery().state()).isEqualTo("delivered");
      assertThat(delivery.attempts()).extracting(AttemptView::status).containsExactly(null, 250);
      MimeMessage mail = server.mails().get(0);
      assertThat(mail.getSubject()).isEqualTo("Ada (Müller \"& Söhne\") is now MQL");
      assertThat(mail.getHeader("To")).containsExactly("sales@example.com");
      assertThat(mail.getHeader("From")).containsExactly("assay@example.com");
      assertThat(mail.getHeader("X-Assay-Message")).containsExactly(delivery.delivery().message());
      assertThat(GreenMailUtil.getWholeMessage(mail))
          .contains("text/plain", "text/html", "https://assay.example.com/leads/l-1");
    }
  }

  @Test
  void withoutAMailServerMailIsRefused() {
    TargetSettings without =
        new TargetSettings(
            targets,
            scene.guard,
            scene.timedSettings,
            new SendMail(vertx, mailer, Optional.empty()));

    assertThatThrownBy(
            () ->
                without.of(
                    "ep_1",
                    EndpointTargets.Stored.none(EndpointKind.EMAIL),
                    request(Map.of("config", Map.of("owner", true)))))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> assertThat(problem.getDetail()).contains("quarkus.mailer.from"));
  }

  @Test
  void anAddressThatIsNoLongerAllowedIsNotCalled() throws Exception {
    try (Receiver crm = Receiver.answering(200)) {
      register(template(crm, "1", "data.email"));
      scene.execute(
          "update webhook_endpoint set config = replace(config::text, '127.0.0.1',"
              + " 'localhost')::jsonb");
      deliver("l-1");

      assertThat(scene.delivery("l-1").attempts().get(0).error()).startsWith("The URL is refused");
      assertThat(crm.requests()).isEmpty();
    }
  }

  private void deliver(String lead) throws Exception {
    scene.announce(clock, Scene.change(lead));
    scene.sender(clock).turn();
  }

  private EndpointCreated register(Map<String, ?> settings) throws Exception {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("eventTypes", List.of("lead.stage.changed"));
    return scene.register(all);
  }

  private static EndpointRequest request(Map<String, ?> settings) {
    return JSON.convertValue(settings, EndpointRequest.class);
  }

  private static Map<String, ?> template(Receiver crm, String body, String needs) {
    return Map.of(
        "kind", "template",
        "config", config(crm, body, needs),
        "auth", Map.of("bearer", "s3cret-key"));
  }

  private static Map<String, ?> config(Receiver crm, String body, String needs) {
    return Map.of("url", crm.url(), "body", body, "needs", List.of(needs));
  }

  /** All that a dump of the database shows. */
  private String stored() throws Exception {
    return scene.query("select row_to_json(webhook_endpoint)::text from webhook_endpoint")
        + " "
        + scene.query("select row_to_json(attempt)::text from attempt");
  }
}
