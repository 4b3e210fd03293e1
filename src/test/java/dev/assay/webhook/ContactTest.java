package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMailUtil;
import dev.assay.target.Outgoing;
import dev.assay.time.SteppedClock;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks after an endpoint hears by mail that it was disabled. */
@QuarkusTest
@TestProfile(SenderAtRest.class)
class ContactTest {

  @Inject Scene scene;
  @Inject Endpoints endpoints;
  @Inject EndpointTargets targets;
  @Inject ReactiveMailer mailer;
  @Inject Vertx vertx;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void itsContactIsMailedOnceBesidesTheOthers() throws Exception {
    try (MailServer mail = new MailServer()) {
      String other = scene.register("http://127.0.0.1:9/", "endpoint.disabled").endpoint().id();
      String id = disabledByGone("crm-team@example.com");

      send();
      send();

      assertThat(mail.mails()).hasSize(1);
      MimeMessage mailed = mail.mails().get(0);
      assertThat(mailed.getRecipients(Message.RecipientType.TO)[0])
          .hasToString("crm-team@example.com");
      assertThat(mailed.getSubject()).isEqualTo("Endpoint CRM was disabled");
      assertThat(GreenMailUtil.getWholeMessage(mailed))
          .contains("Endpoint: " + id, "It answered 410 Gone.");
      assertThat(scene.query("select count(distinct message) from delivery where lead = ''"))
          .as("messages")
          .containsExactly("1");
      assertThat(
              scene.query(
                  "select endpoint || ' ' || to_contact || ' ' || state from delivery"
                      + " where lead = '' order by to_contact"))
          .containsExactly(other + " false pending", id + " true delivered");
    }
  }

  @Test
  void fiveDaysOfFailingAreToldToo() throws Exception {
    try (MailServer mail = new MailServer()) {
      try (Receiver receiver = Receiver.answering(500)) {
        scene.register(receiver.url(), Map.of("contact", "ops@example.com"));
        scene.execute(
            "update webhook_endpoint set failures = 30, failing_since = '%s'"
                .formatted(clock.instant().minus(Duration.ofDays(5))));
        tryOnce();
      }

      send();

      assertThat(GreenMailUtil.getWholeMessage(mail.mails().get(0))).contains("five days");
    }
  }

  @Test
  void aMailThatCannotBeHandedOverIsTriedAgain() throws Exception {
    disabledByGone("crm-team@example.com");

    send(); // nobody listens at the mail server's port

    assertThat(state()).containsExactly("pending 1");
    assertThat(scene.query("select failures from webhook_endpoint"))
        .as("what the mail server does is not the endpoint's fault")
        .containsExactly("1");
    clock.step(Duration.ofSeconds(7));
    try (MailServer mail = new MailServer()) {
      send();
      assertThat(mail.mails()).hasSize(1);
    }
    assertThat(state()).containsExactly("delivered 2");
  }

  @Test
  void aKilledProcessLosesNoMail() throws Exception {
    try (MailServer mail = new MailServer()) {
      disabledByGone("crm-team@example.com");
      assertThat(mailContacts().claim(clock.instant())).hasSize(1);

      clock.step(Duration.ofMillis(24_999));
      send();
      assertThat(mail.mails()).isEmpty();
      clock.step(Duration.ofMillis(1));
      send();
      assertThat(mail.mails()).hasSize(1);
    }
  }

  @Test
  void theSenderOfMessagesLeavesItsMailAlone() throws Exception {
    try (MailServer mail = new MailServer()) {
      String id = disabledByGone("crm-team@example.com");
      scene.changeEndpoint.change(id, request(Map.of("enabled", true)));

      scene.sender(clock).turn();
      assertThat(mail.mails()).isEmpty();
      send();

      assertThat(mail.mails()).hasSize(1);
    }
  }

  @Test
  void whereNobodyIsNamedAnyMoreNobodyIsMailed() throws Exception {
    try (MailServer mail = new MailServer()) {
      String id = disabledByGone("crm-team@example.com");
      scene.changeEndpoint.change(id, request(Map.of("contact", "")));

      send();

      assertThat(endpoints.find(id).orElseThrow().contact()).isNull();
      assertThat(mail.mails()).isEmpty();
      assertThat(state()).containsExactly("failed 1");
    }
  }

  @Test
  void withoutContactNothingIsWritten() throws Exception {
    try (Receiver receiver = Receiver.answering(410)) {
      scene.register(receiver.url());
      tryOnce();
    }

    assertThat(scene.query("select 1 from message where type = 'endpoint.disabled'")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"somebody", "a@b\r\nBcc: c@d.e", "Ada <ada@example.com>", "a@b.c,d@e.f"})
  void onlyAPlainAddressIsTaken(String contact) {
    assertThatThrownBy(() -> scene.register("http://127.0.0.1:1/", Map.of("contact", contact)))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            refused ->
                assertThat(refused.getDetail()).startsWith("contact '").contains("expected one"));
  }

  @Test
  void withoutMailServerNoneIsTaken() {
    TargetSettings withoutMail =
        new TargetSettings(
            targets,
            scene.guard,
            scene.timedSettings,
            new SendMail(vertx, mailer, Optional.empty()));

    assertThatThrownBy(
            () ->
                withoutMail.of(
                    "ep_1",
                    EndpointTargets.Stored.none(EndpointKind.WEBHOOK),
                    request(Map.of("contact", "ops@example.com"))))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            refused ->
                assertThat(refused.getDetail())
                    .isEqualTo(
                        "contact is there, but there is no mail server; set quarkus.mailer.from"
                            + " and quarkus.mailer.host, and start again"));
  }

  @Test
  void aServiceThatLostItsMailServerSaysSoInTheLog() {
    CompletableFuture<Answer> answer = new CompletableFuture<>();

    new SendMail(vertx, mailer, Optional.empty())
        .send(new Outgoing.Mail(List.of("a@b.c"), "s", "t", "h"), "msg_1", answer);

    assertThat(answer)
        .isCompletedWithValueMatching(
            one ->
                one instanceof Answer.Unanswered nothing
                    && !nothing.lasting()
                    && nothing.error().contains("quarkus.mailer.host"));
  }

  private String disabledByGone(String contact) throws Exception {
    try (Receiver receiver = Receiver.answering(410)) {
      String id =
          scene
              .register(
                  receiver.url(),
                  Map.of(
                      "contact",
                      contact,
                      "description",
                      "CRM",
                      "eventTypes",
                      List.of("lead.stage.changed")))
              .endpoint()
              .id();
      tryOnce();
      assertThat(endpoints.find(id).orElseThrow().enabled()).isFalse();
      return id;
    }
  }

  private void tryOnce() throws Exception {
    scene.announce(clock, Scene.change("l-1"));
    scene.sender(clock).turn();
    // The message about it is written at the service's time, which went on.
    clock.step(Duration.ofMinutes(1));
  }

  private MailContacts mailContacts() {
    return scene.sender(clock).mailContacts();
  }

  private void send() throws Exception {
    mailContacts().send();
  }

  private List<String> state() throws Exception {
    return scene.query("select state || ' ' || attempts from delivery where to_contact");
  }

  private static EndpointRequest request(Map<String, ?> settings) {
    return new ObjectMapper().convertValue(settings, EndpointRequest.class);
  }
}
