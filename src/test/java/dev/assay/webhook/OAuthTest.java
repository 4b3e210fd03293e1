package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.time.SteppedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A CRM whose access tokens end, and the server that gives them out. */
@QuarkusTest
@TestProfile(SenderAtRest.class)
class OAuthTest {

  @Inject Scene scene;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void clientCredentialsGetATokenThatServesManyMessages() throws Exception {
    try (TokenServer server = TokenServer.givingForAnHour();
        Receiver crm = Receiver.answering(200)) {
      EndpointCreated created = register(crm, server, Map.of("scope", "api crm"));
      Scene.Sender sender = scene.sender(clock);

      deliver(sender, "l-1");
      deliver(sender, "l-2");

      assertThat(sentTo(crm)).containsExactly("Bearer token-1", "Bearer token-1");
      assertThat(server.requests()).hasSize(1);
      assertThat(server.form(0))
          .isEqualTo(
              "grant_type=client_credentials&client_id=assay&client_secret=s3cr%26t+w%3Drd&scope=api+crm");
      DeliveryDetail delivery = scene.delivery("l-2");
      assertThat(delivery.attempts().get(0).toString()).contains("authorization=…");
      assertThat(created + delivery.toString() + stored())
          .doesNotContain("s3cr&t", "s3cr%26t", "token-1");
    }
  }

  @Test
  void aRefreshTokenGetsATokenUnderAnotherScheme() throws Exception {
    try (TokenServer server = TokenServer.givingForAnHour();
        Receiver crm = Receiver.answering(200)) {
      register(crm, server, Map.of("refreshToken", "1000.r", "scheme", "Zoho-oauthtoken"));

      deliver(scene.sender(clock), "l-1");

      assertThat(sentTo(crm)).containsExactly("Zoho-oauthtoken token-1");
      assertThat(server.form(0))
          .isEqualTo(
              "grant_type=refresh_token&client_id=assay&client_secret=s3cr%26t+w%3Drd&refresh_token=1000.r");
    }
  }

  @ParameterizedTest
  @CsvSource({"3600,3540", "'\"3600\"',3540", "3600000,3540", "60,30", "0,840", "null,840"})
  void anotherTokenIsFetchedShortlyBeforeOneEnds(String expiresIn, long usedFor) throws Exception {
    try (TokenServer server = TokenServer.givingForAnHour();
        Receiver crm = Receiver.answering(200)) {
      server.answer(200, "{\"access_token\":\"#\",\"expires_in\":" + expiresIn + "}");
      register(crm, server, Map.of());
      Scene.Sender sender = scene.sender(clock);

      deliver(sender, "l-1");
      clock.step(Duration.ofSeconds(usedFor - 1));
      deliver(sender, "l-2");
      clock.step(Duration.ofSeconds(1));
      deliver(sender, "l-3");

      assertThat(sentTo(crm)).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
    }
  }

  @Test
  void whatIsSentAtOnceWaitsForOneToken() throws Exception {
    try (TokenServer server = TokenServer.notSayingForHowLong();
        Receiver crm = Receiver.answering(200)) {
      register(crm, server, Map.of());
      server.hold();
      for (int lead = 1; lead <= 8; lead++) {
        scene.announce(clock, Scene.change("l-" + lead));
      }
      Scene.Sender sender = scene.sender(clock);

      sender.start();
      await().until(() -> server.requests().size() == 1 && sender.underWay() == 8);
      server.release();
      await().until(() -> sender.underWay() == 0);

      assertThat(sentTo(crm)).hasSize(8).containsOnly("Bearer token-1");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aTokenThatIsRefusedIsReplacedForTheNextTry() throws Exception {
    AtomicInteger status = new AtomicInteger(200);
    try (TokenServer server = TokenServer.givingForAnHour();
        Receiver crm = new Receiver((it, request) -> it.sendResponseHeaders(status.get(), -1))) {
      register(crm, server, Map.of());
      Scene.Sender sender = scene.sender(clock);
      deliver(sender, "l-1");
      status.set(401);

      clock.step(Duration.ofSeconds(59));
      deliver(sender, "l-2");
      clock.step(Duration.ofSeconds(10));
      sender.turn();
      assertThat(scene.delivery("l-2").attempts())
          .extracting(AttemptView::status)
          .containsExactly(401, 401);
      assertThat(server.requests()).as("a fresh token would fare no better").hasSize(1);
      status.set(200);
      clock.step(Duration.ofMinutes(6));
      sender.turn();

      assertThat(scene.delivery("l-2").delivery().state()).isEqualTo("delivered");
      assertThat(sentTo(crm)).last().isEqualTo("Bearer token-2");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void newCredentialsAreUsedAtOnce() throws Exception {
    try (TokenServer server = TokenServer.givingForAnHour();
        Receiver crm = Receiver.answering(200)) {
      String id = register(crm, server, Map.of()).endpoint().id();
      Scene.Sender sender = scene.sender(clock);
      deliver(sender, "l-1");
      Map<String, Object> auth = oauth(server, Map.of("clientSecret", "another"));

      scene.changeEndpoint.change(
          id, new ObjectMapper().convertValue(Map.of("auth", auth), EndpointRequest.class));

      deliver(sender, "l-2");
      assertThat(sentTo(crm)).containsExactly("Bearer token-1", "Bearer token-2");
      assertThat(server.form(1)).contains("client_secret=another");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401 | {\"error\":\"invalid_client\"} | answered status 401 (invalid_client)",
        "400 | {\"error\":\"no s3cr&t w=rd\"} | answered status 400",
        "200 | {\"error\":\"Access Denied\"}  | answered status 200 without a usable access_token"
            + " (Access Denied)",
        "500 | oops                           | answered status 500",
        "302 | {\"access_token\":\"#\"}       | answered status 302",
        "200 | {\"error\":\"invalid_code\"}   | answered status 200 without a usable access_token"
            + " (invalid_code)",
        "200 | {\"access_token\":\"a\\r\\nX: b\"} | answered status 200 without a usable access_token",
        "200 | {\"access_token\":\"\"}        | answered status 200 without a usable access_token",
        "200 | [                              | answered status 200 without a usable access_token"
      })
  void whatKeepsATokenBackStandsInTheDeliveryLog(int status, String answer, String why)
      throws Exception {
    try (TokenServer server = TokenServer.givingForAnHour();
        Receiver crm = Receiver.answering(200)) {
      server.answer(status, answer);
      register(crm, server, Map.of());
      Scene.Sender sender = scene.sender(clock);

      deliver(sender, "l-1");

      DeliveryDetail delivery = scene.delivery("l-1");
      String origin = server.url().replace("/oauth/v2/token", "/…");
      assertThat(delivery.attempts().get(0).error())
          .isEqualTo("No access token: the token URL " + origin + " " + why);
      assertThat(delivery.delivery().state()).isEqualTo("pending");
      assertThat(crm.requests()).isEmpty();
      assertThat(server.requests()).as("redirects are not followed").hasSize(1);

      server.answer(200, "{\"access_token\":\"#\"}");
      clock.step(Duration.ofSeconds(10));
      sender.turn();
      assertThat(sentTo(crm)).containsExactly("Bearer token-2");
    }
  }

  @Test
  void aServerThatHangsOrIsAwayIsNamed() throws Exception {
    try (TokenServer server = TokenServer.givingForAnHour();
        Receiver crm = Receiver.answering(200)) {
      register(crm, server, Map.of());
      server.hold();
      deliver(scene.sender(clock), "l-1");
      server.close();
      deliver(scene.sender(clock), "l-2");

      assertThat(scene.delivery("l-1").attempts().get(0).error())
          .endsWith("/… gave no whole answer within 1333 ms");
      assertThat(scene.delivery("l-2").attempts().get(0).error())
          .contains("/… gave no answer: Connection refused");
      assertThat(crm.requests()).isEmpty();
    }
  }

  @Test
  void aTokenUrlThatIsNoLongerAllowedIsNotCalled() throws Exception {
    try (TokenServer server = TokenServer.givingForAnHour();
        Receiver crm = Receiver.answering(200)) {
      register(crm, server, Map.of());
      AddressGuard guard =
          new AddressGuard(
              Resolver.SYSTEM,
              true,
              Set.of(URI.create(server.url()).getPort()),
              Set.of(URI.create(crm.url()).getAuthority()));

      deliver(scene.sender(clock, guard), "l-1");

      assertThat(scene.delivery("l-1").attempts().get(0).error())
          .startsWith("No access token: the token URL is refused: its host 127.0.0.1 leads to");
      assertThat(server.requests()).isEmpty();
      assertThat(crm.requests()).isEmpty();
    }
  }

  private void deliver(Scene.Sender sender, String lead) throws Exception {
    scene.announce(clock, Scene.change(lead));
    sender.turn();
  }

  private EndpointCreated register(Receiver crm, TokenServer server, Map<String, String> more)
      throws Exception {
    return scene.register(
        Map.of(
            "kind", "template",
            "eventTypes", List.of("lead.stage.changed"),
            "config", Map.of("url", crm.url(), "body", "1"),
            "auth", oauth(server, more)));
  }

  private static Map<String, Object> oauth(TokenServer server, Map<String, String> more) {
    Map<String, String> oauth = new HashMap<>();
    oauth.put("tokenUrl", server.url());
    oauth.put("clientId", "assay");
    oauth.put("clientSecret", "s3cr&t w=rd");
    oauth.putAll(more);
    return Map.of("oauth", oauth);
  }

  private static List<String> sentTo(Receiver crm) {
    return crm.requests().stream()
        .flatMap(request -> request.headers().getOrDefault("Authorization", List.of()).stream())
        .toList();
  }

  /** All that a dump of the database shows. */
  private String stored() throws Exception {
    return scene.query("select row_to_json(webhook_endpoint)::text from webhook_endpoint")
        + " "
        + scene.query("select row_to_json(attempt)::text from attempt");
  }
}
