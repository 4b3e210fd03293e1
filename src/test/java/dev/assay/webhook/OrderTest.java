package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.scoring.step.LeadChanged;
import dev.assay.time.SteppedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
class OrderTest {

  private static final Duration LONGER_THAN_A_FIRST_PAUSE = Duration.ofSeconds(10);

  @Inject Scene scene;

  private final SteppedClock clock = SteppedClock.atPresent();
  private final AtomicBoolean failing = new AtomicBoolean(true);

  /** Fails for lead a while it is failing, and takes all else. */
  private final Receiver receiver =
      new Receiver(
          (exchange, request) ->
              exchange.sendResponseHeaders(
                  failing.get() && request.body().contains("\"lead\":\"a\"") ? 500 : 200, -1));

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void strictOrderHoldsTheLaterMessagesAboutTheSameLeadOnly() throws Exception {
    try (receiver) {
      register("strict");
      scene.announce(clock, change("a", 1), change("b", 1));
      scene.announce(clock, change("a", 2), change("b", 2));
      Scene.Sender sender = scene.sender(clock);

      turns(sender, 4);
      assertThat(received()).containsExactlyInAnyOrder("a1", "b1", "b2");

      failing.set(false);
      clock.step(LONGER_THAN_A_FIRST_PAUSE);
      turns(sender, 3);
      assertThat(received()).endsWith("a1", "a2");
      assertThat(states()).containsExactly("delivered", "delivered", "delivered", "delivered");
    }
  }

  @Test
  void strictOrderIsKeptByManySendersAtOnce() throws Exception {
    try (receiver) {
      failing.set(false);
      register("strict");
      for (int sequence = 1; sequence <= 12; sequence++) {
        scene.announce(clock, change("a", sequence), change("b", sequence));
      }
      Scene.Sender one = scene.sender(clock);
      Scene.Sender other = scene.sender(clock);

      for (int turn = 0; turn < 12; turn++) {
        one.start();
        other.turn();
        one.turn();
      }

      assertThat(received()).hasSize(24);
      assertThat(received().stream().filter(id -> id.startsWith("a")))
          .containsExactly(
              "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12");
    }
  }

  @Test
  void strictOrderGoesOnOnceAMessageHasFailedForGood() throws Exception {
    try (receiver) {
      register("strict");
      scene.announce(clock, change("a", 1));
      scene.announce(clock, change("a", 2));
      scene.execute("update delivery set state = 'failed' where sequence = 1");

      turns(scene.sender(clock), 2);

      assertThat(received()).containsExactly("a2");
    }
  }

  @Test
  void whereOnlyTheLatestCountsWhatWaitsIsSuperseded() throws Exception {
    try (receiver) {
      register("latest-only");
      scene.announce(clock, change("a", 1), change("b", 1));
      Scene.Sender sender = scene.sender(clock);
      sender.turn();

      scene.announce(clock, change("a", 2), change("b", 2));
      failing.set(false);
      clock.step(LONGER_THAN_A_FIRST_PAUSE);
      turns(sender, 2);

      assertThat(received()).containsExactlyInAnyOrder("a1", "b1", "a2", "b2");
      assertThat(states()).containsExactly("superseded", "delivered", "delivered", "delivered");
    }
  }

  @Test
  void aTryUnderWayIsSupersededUnlessItArrives() throws Exception {
    for (boolean arrives : List.of(true, false)) {
      scene.clear();
      register("latest-only");
      scene.announce(clock, change("a", 1));
      Claimed claimed = scene.queue.claim(Map.of(), 10, clock.instant()).get(0);
      scene.announce(clock, change("a", 2));

      Tried tried =
          new Tried(
              claimed,
              clock.instant(),
              Duration.ofMillis(1),
              Map.of(),
              new Answer.Answered(arrives ? 200 : 500, "", null),
              arrives ? new Verdict.Delivered() : new Verdict.Retried(clock.instant()));
      scene.queue.record(List.of(tried));

      assertThat(states()).containsExactly(arrives ? "delivered" : "superseded", "pending");
    }
    receiver.close();
  }

  @Test
  void anotherTypeOrLeadOrEndpointSupersedesNothing() throws Exception {
    register("latest-only");
    register("any");
    scene.announce(clock, change("a", 1), change("b", 1));
    scene.announce(clock, Scene.change("a", 2, Scene.STANDING, Scene.band("hot")));

    assertThat(states()).containsOnly("pending");
    receiver.close();
  }

  private void register(String order) throws Exception {
    scene.register(
        receiver.url(),
        Map.of("order", order, "eventTypes", List.of("lead.stage.changed", "lead.band.changed")));
  }

  private static LeadChanged change(String lead, int sequence) {
    return Scene.change(lead, sequence, Scene.stage(null), Scene.STANDING);
  }

  private static void turns(Scene.Sender sender, int turns) throws Exception {
    for (int turn = 0; turn < turns; turn++) {
      sender.turn();
    }
  }

  private List<String> states() throws Exception {
    return scene.query("select state from delivery order by lead, sequence");
  }

  /** Lead and sequence of each request. */
  private List<String> received() {
    return receiver.requests().stream()
        .map(
            request -> {
              try {
                var data = new ObjectMapper().readTree(request.body()).path("data");
                return data.path("lead").asText() + data.path("sequence").asText();
              } catch (Exception notJson) {
                throw new AssertionError(notJson);
              }
            })
        .toList();
  }
}
