package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
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

@QuarkusTest
@TestProfile(SenderRunning.class)
@TestSecurity(user = "ada", roles = "admin")
class RunningSenderTest {

  @Inject Scene scene;
  @Inject MeterRegistry meters;

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void aCommitWakesTheSender() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      scene.register(receiver.url());

      scene.announce(Clock.systemUTC(), Scene.change("l-1"));

      await().atMost(Duration.ofSeconds(10)).until(() -> state().equals("delivered"));
      assertThat(receiver.requests()).hasSize(1);
      assertThat(meters.timer("assay.deliveries", "result", "delivered").count()).isPositive();
    }
  }

  @Test
  void aReplayIsSentAtOnce() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      scene.register(receiver.url());
      scene.announce(Clock.systemUTC(), Scene.change("l-1"));
      await().atMost(Duration.ofSeconds(10)).until(() -> state().equals("delivered"));

      RestAssured.post("/v1/deliveries/" + scene.delivery("l-1").delivery().id() + "/replay");

      await().atMost(Duration.ofSeconds(10)).until(() -> receiver.requests().size() == 2);
      assertThat(receiver.requests())
          .extracting(Receiver.Request::id)
          .containsOnly(receiver.requests().get(0).id());
    }
  }

  @Test
  void noSecretIsLogged() throws Exception {
    Recorder recorder = new Recorder();
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(recorder);
    root.setLevel(Level.ALL);
    String secret;
    try (Receiver receiver = Receiver.answering(500)) {
      secret = registerOverHttp(receiver.url());
      scene.announce(Clock.systemUTC(), Scene.change("l-1"));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> !scene.delivery("l-1").attempts().isEmpty());
    } finally {
      root.setLevel(before);
      root.removeHandler(recorder);
    }

    String key = secret.substring("whsec_".length());
    assertThat(recorder.lines).hasSizeGreaterThan(10);
    assertThat(recorder.lines).noneMatch(line -> line.contains(key));
  }

  /** With the client of the JDK, because others log what they receive. */
  private String registerOverHttp(String url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/webhooks"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + url + "\"}"))
            .build();
    String created =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(created).required("secret").asText();
  }

  private String state() throws Exception {
    return scene.delivery("l-1").delivery().state();
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
