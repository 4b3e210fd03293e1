package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Poster;
import dev.assay.client.Visits;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A polite stop finishes what was begun. */
class StoppedServiceIT {
  private static final int EVENTS = 4_000;

  @Test
  void whatWasTakenIsAnsweredAndTheDatabaseStopsAfterwards() throws Exception {
    List<String> events = Visits.of("l", 100, EVENTS);
    try (Service service = Service.start(Service.folder("stopped"), Map.of())) {
      Poster poster = new Poster(service.key());
      ProcessHandle database = service.postmaster();
      CompletableFuture<Void> posting =
          CompletableFuture.runAsync(
              () -> {
                try {
                  poster.post(service.uri(), events, 16);
                } catch (InterruptedException stop) {
                  throw new IllegalStateException(stop);
                }
              });
      await().atMost(Duration.ofSeconds(60)).until(() -> poster.answers().size() > EVENTS / 4);

      service.terminate();

      assertThat(service.exitCode()).isIn(0, 143);
      posting.join();
      assertThat(service.database().resolve("postmaster.pid")).doesNotExist();
      assertThat(database.isAlive() && database.info().command().isPresent()).isFalse();
      Set<String> acknowledged =
          poster.answers().keySet().stream().map(KilledServiceIT::id).collect(Collectors.toSet());
      assertThat(acknowledged.size()).isLessThan(EVENTS);
      service.restart();
      try (Connection connection = service.connect()) {
        Set<String> unanswered = new HashSet<>(KilledServiceIT.stored(connection));
        unanswered.removeAll(acknowledged);
        assertThat(unanswered)
            .describedAs("stored, but met with " + Set.copyOf(poster.refusals()))
            .isEmpty();
      }
    }
  }
}
