package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Twenty receivers, one of which hangs. */
@QuarkusTest
@TestProfile(SenderRunning.class)
class SlowNeighbourTest {

  private static final Logger LOG = Logger.getLogger(SlowNeighbourTest.class);
  private static final int RECEIVERS = 20;
  private static final int MESSAGES = 60;
  private static final int ROUNDS = 3;

  @Inject Scene scene;

  private final Map<String, Long> announced = new ConcurrentHashMap<>();
  private final Queue<Long> delays = new ConcurrentLinkedQueue<>();

  @Test
  void theOthersHearAsSoonAsWithoutIt() throws Exception {
    round(false);
    List<Long> alone = new ArrayList<>();
    List<Long> beside = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      alone.addAll(round(false));
      beside.addAll(round(true));
    }

    Duration without = Duration.ofNanos(percentile99(alone));
    Duration with = Duration.ofNanos(percentile99(beside));
    LOG.warnf(
        "p99 of the delay of %d receivers: %d ms without, %d ms beside one that hangs",
        RECEIVERS - 1, without.toMillis(), with.toMillis());
    // The second term is for a machine that does something else for a moment.
    assertThat(with).isLessThan(without.multipliedBy(2).plusMillis(200));
  }

  /** The delays of the receivers that answer, in nanoseconds. */
  private List<Long> round(boolean hanging) throws Exception {
    scene.clear();
    announced.clear();
    delays.clear();
    List<Receiver> receivers = new ArrayList<>();
    try (RawReceiver silent = RawReceiver.hanging()) {
      for (int receiver = 1; receiver < RECEIVERS; receiver++) {
        receivers.add(receiver());
        scene.register(receivers.get(receiver - 1).url());
      }
      try (Receiver twentieth = Receiver.answering(200)) {
        scene.register(hanging ? silent.url() : twentieth.url());
        for (int message = 0; message < MESSAGES; message++) {
          String lead = "l-" + message;
          announced.put(lead, System.nanoTime());
          scene.announce(Clock.systemUTC(), Scene.change(lead));
        }
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> delays.size() == (RECEIVERS - 1) * MESSAGES);
        assertThat(silent.connections() > 0).isEqualTo(hanging);
      }
      return List.copyOf(delays);
    } finally {
      receivers.forEach(Receiver::close);
    }
  }

  private Receiver receiver() {
    return new Receiver(
        (exchange, request) -> {
          String lead = request.body().replaceFirst("(?s).*\"lead\":\"(l-\\d+)\".*", "$1");
          delays.add(System.nanoTime() - announced.getOrDefault(lead, 0L));
          exchange.sendResponseHeaders(204, -1);
        });
  }

  private static long percentile99(List<Long> delays) {
    return delays.stream().sorted().skip(delays.size() * 99L / 100).findFirst().orElseThrow();
  }
}
