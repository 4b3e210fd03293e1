package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.client.Poster;
import dev.assay.client.Replay;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three processes on one database, all taking events of the same leads. */
class ThreeServicesIT {
  private static final int EVENTS = 6_000;
  private static final int LEADS = 200;
  private static final int SERVICES = 3;

  @Test
  void theyComeToWhatOneWouldComeTo() throws Exception {
    Path folder = Service.folder("three");
    List<Service> services = new ArrayList<>();
    try (DatabaseServer database = DatabaseServer.start(folder)) {
      services.addAll(
          Service.start(SERVICES, folder, Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.url())));
      String key = services.get(0).key();
      List<String> events = events();

      List<Poster> posters = postEachToTwo(services, key, events);

      assertThat(posters.stream().flatMap(poster -> poster.refusals().stream())).isEmpty();
      assertThat(database.number("SELECT count(*) FROM event")).isEqualTo(EVENTS);
      fallDueAtOnce(database);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  database.number("SELECT count(*) FROM lead WHERE next_review_at <= now()") == 0);

      assertThat(
              database.number("SELECT deadlocks FROM pg_stat_database WHERE datname = 'postgres'"))
          .isZero();
      assertThat(
              database.texts(
                  """
                  SELECT lead FROM (
                      SELECT *, lag(to_stage) OVER (PARTITION BY lead ORDER BY sequence) AS before
                      FROM stage_change) AS s
                  WHERE from_stage IS DISTINCT FROM before\
                  """))
          .describedAs("leads with a change announced twice")
          .isEmpty();
      assertThat(database.number("SELECT count(*) FROM message WHERE type = 'lead.stage.changed'"))
          .isEqualTo(database.number("SELECT count(*) FROM stage_change"))
          .isPositive();
      assertThat(new Caller(services.get(0).uri(), key).differences()).isEmpty();
      try (Connection connection = database.connect()) {
        assertThat(new Replay(connection, Replay.shippedRules()).differences("%")).isEmpty();
      }
    } finally {
      services.forEach(Service::close);
    }
  }

  /** Few leads have most of the events, as in life. */
  private static List<String> events() {
    Random random = new Random(7);
    String[] types = {"page_view", "demo_request", "email_open", "webinar_attended", "download"};
    String[] subjects = {"/pricing", "", "autumn", "a", "white-paper/a"};
    return IntStream.range(0, EVENTS)
        .mapToObj(
            i -> {
              int lead = (int) Math.pow(LEADS, random.nextDouble());
              int what = random.nextInt(types.length);
              Duration ago = Duration.ofMinutes(1 + random.nextInt(100_000));
              return Assay.event("e-" + i, "l-" + lead, types[what], subjects[what], ago);
            })
        .toList();
  }

  private static List<Poster> postEachToTwo(
      List<Service> services, String key, List<String> events) {
    List<Poster> posters = new ArrayList<>();
    List<CompletableFuture<Void>> posting = new ArrayList<>();
    for (int i = 0; i < SERVICES; i++) {
      Service service = services.get(i);
      Poster poster = new Poster(key);
      posters.add(poster);
      List<String> share = new ArrayList<>();
      for (int e = 0; e < EVENTS; e++) {
        if (e % SERVICES != i) {
          share.add(events.get(e));
        }
      }
      Collections.shuffle(share, new Random(i));
      posting.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  poster.post(service.uri(), share, 8);
                } catch (InterruptedException stop) {
                  throw new IllegalStateException(stop);
                }
              }));
    }
    posting.forEach(CompletableFuture::join);
    return posters;
  }

  /** So that all look for the same leads. */
  private static void fallDueAtOnce(DatabaseServer database) throws Exception {
    try (Connection connection = database.connect();
        Statement update = connection.createStatement()) {
      update.execute("UPDATE lead SET next_review_at = 'epoch'");
    }
  }
}
