package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An endpoint is added, its keys are replaced, messages are sent and fail: no secret is written.
 */
@QuarkusTest
@TestProfile(SenderRunning.class)
@TestSecurity(user = "ada", authMechanism = "bearer", roles = "admin")
class SecretsNowhereTest {

  @Inject Scene scene;
  @Inject SigningKeys signingKeys;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void noSecretIsLoggedOrStoredInClear() throws Exception {
    Recorder recorder = new Recorder();
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(recorder);
    root.setLevel(Level.ALL);
    List<String> needles;
    try (Receiver receiver = Receiver.answering(500);
        TokenServer server = TokenServer.givingForAnHour()) {
      needles = needles(exchangeKeys(receiver.url()));
      needles.addAll(exchangeTokens(receiver, server));
    } finally {
      root.setLevel(before);
      root.removeHandler(recorder);
    }

    assertThat(needles).hasSizeGreaterThanOrEqualTo(8);
    assertThat(recorder.lines).hasSizeGreaterThan(10);
    assertThat(recorder.lines).noneMatch(line -> needles.stream().anyMatch(line::contains));
    assertThat(rowsWith(needles)).isEmpty();
    assertThat(rowsWith(List.of("webhook-signature"))).as("what can be found").contains("attempt");
  }

  /** All secrets of an endpoint after it sent something with them. */
  private List<byte[]> exchangeKeys(String url) throws Exception {
    JsonNode created = post("/v1/webhooks", "{\"url\":\"" + url + "\"}");
    String id = created.required("id").asText();
    JsonNode rotated = post("/v1/webhooks/" + id + "/secret/rotate", "{}");
    post("/v1/webhooks/" + id + "/secret/rotate", "{\"kind\":\"v1a\"}");
    scene.announce(Clock.systemUTC(), Scene.change("l-1"));
    await().atMost(Duration.ofSeconds(10)).until(() -> !scene.delivery("l-1").attempts().isEmpty());

    List<byte[]> secrets = new ArrayList<>();
    secrets.add(EncryptionKey.of(scene.config).secret().getEncoded());
    secrets.add(Secret.parse(created.required("secret").asText()).key());
    secrets.add(Secret.parse(rotated.required("secret").asText()).key());
    SigningKeys.Stored newest = signingKeys.signing(id, Clock.systemUTC().instant()).get(0);
    secrets.add(newest.key().open(id, scene.vault).key());
    return secrets;
  }

  /** What endpoints get tokens with; one is given a token, to the other its secrets are told. */
  private List<String> exchangeTokens(Receiver receiver, TokenServer server) throws Exception {
    server.answer(200, "{\"access_token\":\"access-#-s3cret\"}");
    testEndpoint("first", receiver, server);
    server.answer(400, "{\"error\":\"client-s3cret refresh-s3cret\"}");
    testEndpoint("second", receiver, server);

    assertThat(receiver.requests().toString()).contains("access-token-1-s3cret");
    assertThat(scene.query("select error from attempt where error is not null"))
        .singleElement()
        .asString()
        .contains("answered status 400");
    return List.of("access-token-1-s3cret", "client-s3cret", "refresh-s3cret");
  }

  private void testEndpoint(String client, Receiver receiver, TokenServer server) throws Exception {
    JsonNode created =
        post(
            "/v1/webhooks",
            """
            {"kind":"template","config":{"url":"%s","body":"1"},"auth":{"oauth":{"tokenUrl":"%s",
             "clientId":"%s","clientSecret":"client-s3cret","refreshToken":"refresh-s3cret"}}}"""
                .formatted(receiver.url(), server.url(), client));
    post("/v1/webhooks/" + created.required("id").asText() + "/test", "");
  }

  private static List<String> needles(List<byte[]> secrets) {
    List<String> needles = new ArrayList<>();
    for (byte[] secret : secrets) {
      needles.add(Base64.getEncoder().encodeToString(secret).replace("=", ""));
      needles.add(HexFormat.of().formatHex(secret));
    }
    return needles;
  }

  /** The tables that hold one of the texts in any column; what is binary is hexadecimal. */
  private List<String> rowsWith(List<String> needles) throws Exception {
    List<String> found = new ArrayList<>();
    for (String table :
        scene.query(
            "select table_name from information_schema.tables where table_schema = 'public'")) {
      String condition =
          String.join(
              " or ",
              needles.stream().map(needle -> "strpos(line, '%s') > 0".formatted(needle)).toList());
      String select =
          "select 1 from (select t::text as line from \"%s\" t) dumped where %s limit 1"
              .formatted(table, condition);
      if (!scene.query(select).isEmpty()) {
        found.add(table);
      }
    }
    return found;
  }

  /** With the client of the JDK, because others log what they receive. */
  private JsonNode post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return new ObjectMapper().readTree(answer.body());
  }

  /** Keeps every log line with its parameters and stack trace. */
  private static final class Recorder extends Handler {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final ExtFormatter formatter = new PatternFormatter("%c %s%e");

    @Override
    public void publish(LogRecord record) {
      lines.add(formatter.format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
