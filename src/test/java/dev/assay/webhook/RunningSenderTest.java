package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderRunning.class)
@TestSecurity(user = "ada", authMechanism = "bearer", roles = "admin")
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

  private String state() throws Exception {
    return scene.delivery("l-1").delivery().state();
  }
}
