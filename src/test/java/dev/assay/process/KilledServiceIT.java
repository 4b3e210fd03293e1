package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Poster;
import dev.assay.client.Replay;
import dev.assay.client.Visits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Nothing that was acknowledged is ever lost; {@link KilledAtPointsIT} kills the service alone. */
class KilledServiceIT {
  private static final int EVENTS = 4_000;
  private static final int THREADS = 16;

  @Test
  void whatWasAcknowledgedOutlivesServiceAndDatabaseAndTheRestCanBeRepeated() throws Exception {
    List<String> events = Visits.of("l", 100, EVENTS);
    try (Service service = Service.start(Service.folder("killed"), Map.of())) {
      Poster poster = new Poster(service.key());
      CompletableFuture<Void> posting =
          CompletableFuture.runAsync(() -> post(poster, service, events));
      await().atMost(Duration.ofSeconds(60)).until(() -> poster.answers().size() > EVENTS / 4);

      service.killWithDatabase();
      posting.join();
      service.restart();

      Set<String> acknowledged = Set.copyOf(poster.answers().keySet());
      assertThat(acknowledged.size()).isBetween(EVENTS / 4, EVENTS - 1);
      try (Connection connection = service.connect()) {
        assertThat(stored(connection))
            .containsAll(acknowledged.stream().map(KilledServiceIT::id).toList());
        post(poster, service, events.stream().filter(e -> !acknowledged.contains(e)).toList());
        assertThat(poster.answers()).hasSize(EVENTS);
        assertThat(stored(connection)).hasSize(EVENTS);
        assertThat(new Replay(connection, Replay.shippedRules()).differences("%")).isEmpty();
      }
    }
  }

  private static void post(Poster poster, Service service, List<String> events) {
    try {
      poster.post(service.uri(), events, THREADS);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  static Set<String> stored(Connection connection) throws Exception {
    Set<String> ids = new HashSet<>();
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT id FROM event")) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  static String id(String event) {
    return event.replaceFirst("\\{\"id\":\"(.*?)\".*", "$1");
  }
}
