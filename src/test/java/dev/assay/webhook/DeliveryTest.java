package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.scoring.step.LeadChanged;
import dev.assay.time.SteppedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
class DeliveryTest {

  @Inject Scene scene;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void theLibraryVerifiesWhatArrives() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String secret = scene.register(receiver.url()).secret();
      scene.announce(clock, Scene.change("l-1"));

      scene.sender(clock).turn();

      Receiver.Request request = receiver.requests().get(0);
      request.verifyWith(secret);
      assertThat(request.headers().get("Content-type")).containsExactly("application/json");
      assertThat(scene.query("select payload from message")).containsExactly(request.body());
      DeliveryDetail delivery = scene.delivery("l-1");
      assertThat(delivery.delivery().state()).isEqualTo("delivered");
      assertThat(delivery.delivery().message()).isEqualTo(request.id());
      assertThat(delivery.delivery().deliveredAt()).isEqualTo(clock.instant());
      assertThat(delivery.attempts())
          .containsExactly(
              new AttemptView(
                  1, clock.instant(), 0, 200, null, "status 200", sent(request.headers())));
    }
  }

  @Test
  void failuresAreTriedTenTimesUnderOneId() throws Exception {
    try (Receiver receiver = Receiver.answering(500)) {
      String secret = scene.register(receiver.url()).secret();
      scene.announce(clock, Scene.change("l-1"));
      Scene.Sender sender = scene.sender(clock);

      for (int attempt = 1; attempt <= 10; attempt++) {
        sender.turn();
        assertThat(receiver.requests()).hasSize(attempt);
        Instant next = scene.delivery("l-1").delivery().nextAttemptAt();
        if (next != null) {
          clock.step(Duration.between(clock.instant(), next).minusMillis(1));
          sender.turn();
          clock.step(Duration.ofMillis(1));
        }
      }

      clock.step(Duration.ofDays(30));
      sender.turn();
      assertThat(receiver.requests()).hasSize(10);
      assertThat(receiver.requests())
          .extracting(Receiver.Request::id)
          .containsOnly(receiver.requests().get(0).id());
      receiver.requests().get(0).verifyWith(secret);
      assertThat(scene.delivery("l-1").delivery().state()).isEqualTo("failed");
      assertThat(scene.delivery("l-1").attempts()).hasSize(10);
    }
  }

  @Test
  void aReplayStartsAgainUnderTheSameId() throws Exception {
    try (Receiver receiver = Receiver.answering(500)) {
      scene.register(receiver.url());
      scene.announce(clock, Scene.change("l-1"));
      scene.execute("update delivery set state = 'failed', attempts = 10");
      long id = scene.delivery("l-1").delivery().id();

      assertThat(scene.deliveries.replay(id, clock.instant())).isTrue();
      scene.sender(clock).turn();

      DeliveryView delivery = scene.delivery("l-1").delivery();
      assertThat(delivery.attemptCount()).isEqualTo(11);
      assertThat(delivery.nextAttemptAt())
          .isBetween(clock.instant().plusSeconds(4), clock.instant().plusSeconds(6));
    }
  }

  @Test
  void aHangingEndpointDelaysNoOther() throws Exception {
    try (RawReceiver hanging = RawReceiver.hanging();
        Receiver receiver = Receiver.answering(200)) {
      scene.register(hanging.url());
      scene.register(receiver.url());
      scene.announce(
          clock,
          IntStream.range(0, 50).mapToObj(i -> Scene.change("l-" + i)).toArray(LeadChanged[]::new));
      Scene.Sender sender = scene.sender(clock);

      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                sender.start();
                return receiver.requests().size() == 50;
              });

      assertThat(hanging.connections()).isBetween(1, 8 * 8);
      assertThat(
              scene.query(
                  "select count(*) from delivery where claimed_until is not null and endpoint ="
                      + " (select min(id) from webhook_endpoint)"))
          .containsExactly("8");
      sender.turn();
    }
  }

  @Test
  void twoSendersNeverTakeTheSameDelivery() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      scene.register(receiver.url());
      scene.announce(
          clock,
          IntStream.range(0, 100)
              .mapToObj(i -> Scene.change("l-" + i))
              .toArray(LeadChanged[]::new));
      Scene.Sender one = scene.sender(clock);
      Scene.Sender other = scene.sender(clock);

      for (int turn = 0; turn < 8; turn++) {
        one.start();
        other.turn();
        one.turn();
      }

      assertThat(receiver.requests()).hasSize(100);
      assertThat(receiver.requests()).extracting(Receiver.Request::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatAKilledProcessHadClaimedIsTakenOverWhenTheLeaseEnds() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      scene.register(receiver.url());
      scene.announce(clock, Scene.change("l-1"));
      scene.queue.claim(Map.of(), 10, clock.instant());
      Scene.Sender heir = scene.sender(clock);

      clock.step(Duration.ofSeconds(25).minusMillis(1));
      heir.turn();
      assertThat(receiver.requests()).isEmpty();

      clock.step(Duration.ofMillis(1));
      heir.turn();
      assertThat(receiver.requests()).hasSize(1);
      assertThat(scene.delivery("l-1").delivery().state()).isEqualTo("delivered");
    }
  }

  @Test
  void aVerdictThatComesAfterATakeoverIsLoggedButDoesNotCount() throws Exception {
    scene.register("http://127.0.0.1:1/");
    scene.announce(clock, Scene.change("l-1"));
    Claimed early = scene.queue.claim(Map.of(), 10, clock.instant()).get(0);
    clock.step(Duration.ofSeconds(25));
    Claimed late = scene.queue.claim(Map.of(), 10, clock.instant()).get(0);

    scene.queue.record(List.of(tried(late, new Verdict.Delivered())));
    scene.queue.record(List.of(tried(early, new Verdict.Failed())));

    assertThat(scene.delivery("l-1").delivery().state()).isEqualTo("delivered");
    assertThat(scene.delivery("l-1").attempts())
        .extracting(AttemptView::number)
        .containsExactly(1, 2);
  }

  @Test
  void anErasedLeadTakesItsDeliveriesAlong() throws Exception {
    scene.register("http://127.0.0.1:1/");
    scene.announce(clock, Scene.change("l-1"));
    Claimed claimed = scene.queue.claim(Map.of(), 10, clock.instant()).get(0);

    scene.execute("delete from message where lead = 'l-1'");
    scene.queue.record(List.of(tried(claimed, new Verdict.Delivered())));

    assertThat(scene.query("select lead from attempt union all select lead from delivery"))
        .isEmpty();
  }

  /** Of the headers that arrived those that the log is to show. */
  private static Map<String, String> sent(Map<String, List<String>> headers) {
    Map<String, String> sent = new TreeMap<>();
    headers.forEach(
        (name, values) -> {
          if (name.matches("Content-type|User-agent|Webhook-.*")) {
            sent.put(name.toLowerCase(Locale.ROOT), values.get(0));
          }
        });
    assertThat(sent).hasSize(5);
    return sent;
  }

  private Tried tried(Claimed claimed, Verdict verdict) {
    return new Tried(
        claimed,
        clock.instant(),
        Duration.ofMillis(5),
        Map.of(),
        new Answer.Answered(200, "", null),
        verdict);
  }
}
