package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Poster;
import dev.assay.client.Visits;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The database goes away under load, and comes back. */
class DatabaseAwayIT {
  private static final int EVENTS = 3_000;
  private static final Duration RECOVERY = Duration.ofSeconds(10);

  @Test
  void callersAreToldToRepeatAndNothingAcknowledgedIsLost() throws Exception {
    Path folder = Service.folder("away");
    List<String> events = Visits.of("l", 100, EVENTS);
    try (DatabaseServer database = DatabaseServer.start(folder);
        Service service =
            Service.start(folder, Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.url()))) {
      Caller caller = new Caller(service.uri(), service.key());
      Poster poster = new Poster(service.key());
      CompletableFuture<Void> posting =
          CompletableFuture.runAsync(() -> post(poster, service, events));
      await().atMost(Duration.ofSeconds(60)).until(() -> poster.answers().size() > EVENTS / 4);

      database.kill();
      HttpResponse<String> write = caller.call("POST", "/v1/events", events.get(0));
      HttpResponse<String> read = caller.call("GET", "/v1/leads", "");

      assertThat(write.statusCode()).isEqualTo(503);
      assertThat(write.headers().firstValue("Retry-After")).contains("1");
      assertThat(read.statusCode()).isEqualTo(503);
      assertThat(read.headers().firstValue("Retry-After")).contains("1");
      assertThat(caller.ready()).isEqualTo(503);
      assertThat(caller.call("GET", "/q/health/live", "").statusCode()).isEqualTo(200);

      database.restart();

      await()
          .atMost(RECOVERY)
          .until(
              () ->
                  caller.ready() == 200
                      && caller.call("POST", "/v1/events", events.get(0)).statusCode() == 200);
      posting.join();
      List<String> unanswered = new ArrayList<>(events);
      unanswered.removeAll(poster.answers().keySet());
      assertThat(unanswered).isNotEmpty();
      post(poster, service, unanswered);
      assertThat(poster.answers()).hasSize(EVENTS);
      assertThat(database.number("SELECT count(*) FROM event")).isEqualTo(EVENTS);
      assertThat(caller.differences()).isEmpty();
    }
  }

  private static void post(Poster poster, Service service, List<String> events) {
    try {
      poster.post(service.uri(), events, 16);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
