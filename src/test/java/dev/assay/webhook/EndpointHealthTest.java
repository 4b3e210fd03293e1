package dev.assay.webhook;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The circuit breaker, slowing down and disabling, on a clock that is stepped. */
@QuarkusTest
@TestProfile(SenderAtRest.class)
class EndpointHealthTest {

  @Inject Scene scene;
  @Inject Endpoints endpoints;

  private final SteppedClock clock = SteppedClock.atPresent();
  private final AtomicInteger status = new AtomicInteger(500);

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void tenFailuresInARowOpenTheCircuitUntilAProbeSucceeds() throws Exception {
    try (Receiver receiver = switchable()) {
      String id = register(receiver);
      announce(40);
      Scene.Sender sender = scene.sender(clock);

      assertThat(sent(sender, receiver)).as("failures 1 to 8").isEqualTo(8);
      assertThat(health(id).pausedUntil()).isNull();
      assertThat(sent(sender, receiver)).as("failures 9 to 16").isEqualTo(8);
      assertThat(health(id))
          .isEqualTo(new EndpointHealth(16, clock.instant(), clock.instant().plusSeconds(5)));
      clock.step(Duration.ofMillis(4_999));
      assertThat(sent(sender, receiver)).as("open").isZero();

      clock.step(Duration.ofMillis(1));
      assertThat(sent(sender, receiver)).as("a probe that fails").isEqualTo(1);
      assertThat(sent(sender, receiver)).as("open again").isZero();
      clock.step(Duration.ofSeconds(5));
      status.set(200);
      assertThat(sent(sender, receiver)).as("a probe that succeeds").isEqualTo(1);

      assertThat(health(id)).isEqualTo(new EndpointHealth(0, null, null));
      assertThat(List.of(sent(sender, receiver), sent(sender, receiver), sent(sender, receiver)))
          .as("recovery")
          .containsExactly(2, 4, 8);
    }
  }

  @Test
  void pausesGrowWithTheTimeItHasBeenFailing() throws Exception {
    try (Receiver receiver = switchable()) {
      String id = register(receiver);
      announce(10);
      scene.execute(
          "update webhook_endpoint set failures = 30, failing_since = '%s'"
              .formatted(clock.instant().minusSeconds(240)));

      scene.sender(clock).turn();
      assertThat(health(id).pausedUntil()).isEqualTo(clock.instant().plusSeconds(120));
      clock.step(Duration.ofHours(1));
      scene.sender(clock).turn();
      assertThat(health(id).pausedUntil()).isEqualTo(clock.instant().plusSeconds(300));
    }
  }

  @Test
  void nineFailuresAndASuccessDoNotOpenIt() throws Exception {
    try (Receiver receiver = switchable()) {
      String id = register(receiver);
      scene.execute(
          "update webhook_endpoint set failures = 9, failing_since = '%s'"
              .formatted(clock.instant()));
      announce(1);
      status.set(204);

      scene.sender(clock).turn();

      assertThat(health(id)).isEqualTo(new EndpointHealth(0, null, null));
    }
  }

  @Test
  void severalProcessesSendOneProbeAmongThem() throws Exception {
    try (Receiver receiver = Receiver.holding()) {
      pausedUntilNow(receiver);
      Scene.Sender one = scene.sender(clock);
      Scene.Sender other = scene.sender(clock);
      receiver.hold();

      one.start();
      await().until(() -> receiver.requests().size() == 1);
      other.start();
      one.start();
      assertThat(scene.query("select count(*) from delivery where claimed_until is not null"))
          .containsExactly("1");

      receiver.release();
      one.turn();
      assertThat(receiver.requests()).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void theProbeOfAKilledProcessIsMadeAgainWhenItsLeaseEnds() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      pausedUntilNow(receiver);
      assertThat(scene.queue.claim(Map.of(), 10, clock.instant())).hasSize(1);
      Scene.Sender heir = scene.sender(clock);

      clock.step(Duration.ofMillis(24_999));
      assertThat(sent(heir, receiver)).isZero();
      clock.step(Duration.ofMillis(1));
      assertThat(sent(heir, receiver)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void anOverloadedEndpointIsLeftAloneAtOnce(int overloaded) throws Exception {
    status.set(overloaded);
    try (Receiver receiver = switchable()) {
      String id = register(receiver);
      announce(20);
      Scene.Sender sender = scene.sender(clock);

      assertThat(sent(sender, receiver)).isEqualTo(8);
      assertThat(sent(sender, receiver)).isZero();

      assertThat(health(id).pausedUntil()).isEqualTo(clock.instant().plusSeconds(5));
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "3600, 3600", "7200, 3600"})
  void itSaysForHowLongWithinAnHourInSecondsOrAsADate(int asked, int paused) throws Exception {
    Instant then = clock.instant().plusSeconds(asked);
    for (String header :
        List.of(Integer.toString(asked), RFC_1123_DATE_TIME.format(then.atZone(UTC)))) {
      scene.clear();
      try (Receiver receiver = Receiver.answering(503, "Retry-After", header)) {
        String id = register(receiver);
        announce(1);

        scene.sender(clock).turn();

        assertThat(health(id).pausedUntil()).isEqualTo(clock.instant().plusSeconds(paused));
        assertThat(scene.delivery("l-0").delivery().nextAttemptAt()).isEqualTo(then);
      }
    }
  }

  @Test
  void fiveDaysWithoutASuccessDisableIt() throws Exception {
    try (Receiver receiver = switchable()) {
      String id = register(receiver);
      tryOnce("l-1");
      clock.step(Duration.ofDays(5).minusMillis(1));
      tryOnce("l-2");
      assertThat(endpoints.find(id).orElseThrow().enabled()).isTrue();

      clock.step(Duration.ofMillis(1));
      tryOnce("l-3");

      Endpoint disabled = endpoints.find(id).orElseThrow();
      assertThat(disabled.enabled()).isFalse();
      assertThat(disabled.disabledBecause()).contains("five days");
    }
  }

  @Test
  void oneSuccessStartsTheFiveDaysAgain() throws Exception {
    try (Receiver receiver = switchable()) {
      String id = register(receiver);
      tryOnce("l-1");
      clock.step(Duration.ofDays(4));
      status.set(200);
      tryOnce("l-2");
      status.set(500);
      clock.step(Duration.ofDays(4));

      tryOnce("l-3");

      assertThat(endpoints.find(id).orElseThrow().enabled()).isTrue();
      assertThat(health(id).failingSince()).isEqualTo(clock.instant());
    }
  }

  private void tryOnce(String lead) throws Exception {
    scene.execute("delete from delivery");
    scene.announce(clock, Scene.change(lead));
    scene.sender(clock).turn();
  }

  private void pausedUntilNow(Receiver receiver) throws Exception {
    register(receiver);
    announce(20);
    scene.execute(
        "update webhook_endpoint set failures = 12, failing_since = '%s', paused_until = '%s', ramp = 1"
            .formatted(clock.instant().minusSeconds(60), clock.instant()));
  }

  private String register(Receiver receiver) throws Exception {
    return scene.register(receiver.url()).endpoint().id();
  }

  private Receiver switchable() {
    return new Receiver((exchange, request) -> exchange.sendResponseHeaders(status.get(), -1));
  }

  private void announce(int leads) throws Exception {
    scene.announce(
        clock,
        IntStream.range(0, leads)
            .mapToObj(lead -> Scene.change("l-" + lead))
            .toArray(LeadChanged[]::new));
  }

  private static int sent(Scene.Sender sender, Receiver receiver) throws Exception {
    int before = receiver.requests().size();
    sender.turn();
    return receiver.requests().size() - before;
  }

  private EndpointHealth health(String id) throws Exception {
    return endpoints.find(id).orElseThrow().health();
  }
}
