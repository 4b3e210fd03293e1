package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Poster;
import dev.assay.client.Replay;
import dev.assay.client.Visits;
import dev.assay.webhook.Receiver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The service is killed (SIGKILL) at exact points, each {@code -Dassay.kills} times. It is held
 * there from outside: triggers in the database wait for a lock that the test holds, and a receiver
 * keeps back its answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAtPointsIT {
  private static final int KILLS = Integer.getInteger("assay.kills", 1);
  private static final int EVENTS = 300;
  private static final int THREADS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String HOLD =
      """
      CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::bigint); RETURN NULL; END $$;
      CREATE TRIGGER hold_rows AFTER UPDATE ON lead
          FOR EACH STATEMENT EXECUTE FUNCTION hold(1);
      CREATE TRIGGER hold_events AFTER INSERT ON event
          FOR EACH STATEMENT EXECUTE FUNCTION hold(3);
      CREATE CONSTRAINT TRIGGER hold_commit AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION hold(2);
      """;

  private static final int ROWS_WRITTEN = 1;
  private static final int COMMITTING = 2;
  private static final int EVENTS_WRITTEN = 3;

  private final Receiver receiver = Receiver.holding();
  private DatabaseServer database;
  private Service service;
  private Caller caller;

  @BeforeAll
  void start() throws Exception {
    Path folder = Service.folder("points");
    database = DatabaseServer.start(folder);
    service =
        Service.start(
            folder,
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "ASSAY_WEBHOOK_ALLOWED_HOSTS", "127.0.0.1",
                "ASSAY_WEBHOOK_SENDING_TIMEOUT", "3s",
                "ASSAY_WEBHOOK_SENDING_LEASE", "5s"));
    caller = new Caller(service.uri(), service.key());
    assertThat(
            caller
                .call(
                    "POST",
                    "/v1/webhooks",
                    "{\"url\":\"%s\",\"eventTypes\":[\"lead.stage.changed\"]}"
                        .formatted(receiver.url()))
                .statusCode())
        .isEqualTo(201);
    execute(HOLD);
  }

  @AfterAll
  void stop() throws Exception {
    service.close();
    database.close();
    receiver.close();
  }

  static List<Integer> runs() {
    return IntStream.rangeClosed(1, KILLS).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void beforeTheCommit(int run) throws Exception {
    String family = "before-" + run;
    List<String> events = Visits.of(family, 20, EVENTS);
    Poster poster = new Poster(service.key());

    killHeld(EVENTS_WRITTEN, poster, events);

    assertThat(stored(family)).isEqualTo(acknowledged(poster));
    assertWholeOnceRepeated(family, poster, events);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void afterTheCommitBeforeTheAnswer(int run) throws Exception {
    String family = "after-" + run;
    List<String> events = Visits.of(family, 20, EVENTS);
    Poster poster = new Poster(service.key());

    killHeld(COMMITTING, poster, events);

    assertThat(stored(family)).containsAll(acknowledged(poster));
    assertThat(stored(family)).hasSizeGreaterThan(acknowledged(poster).size());
    assertWholeOnceRepeated(family, poster, events);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void duringAReassessment(int run) throws Exception {
    String family = "reassess-" + run;
    List<String> events = Visits.of(family, 2 * EVENTS, 4 * EVENTS);
    Poster poster = new Poster(service.key());
    poster.post(service.uri(), events, THREADS);
    assertThat(poster.answers()).hasSize(4 * EVENTS);

    try (Connection lock = hold(ROWS_WRITTEN);
        Statement outdate = lock.createStatement()) {
      outdate.execute("UPDATE lead SET publication = 0 WHERE lead LIKE '" + family + "%'");
      awaitHeld();
      service.kill();
    }
    assertThat(outdated()).isPositive();
    service.restart();

    await().atMost(PATIENCE).until(() -> outdated() == 0);
    assertWholeOnceRepeated(family, poster, events);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void duringADelivery(int run) throws Exception {
    String lead = "deliver-" + run;
    receiver.hold();
    caller.call("PUT", "/v1/leads/" + lead, "{\"title\":\"VP of Sales\",\"employees\":300}");
    caller.call(
        "POST",
        "/v1/events",
        "{\"id\":\"e\",\"lead\":\"%s\",\"type\":\"demo_request\"}".formatted(lead));
    await().atMost(PATIENCE).until(() -> received(lead).size() == 1);

    service.kill();
    receiver.release();
    service.restart();

    String state =
        "SELECT count(*) FROM delivery WHERE state = 'delivered' AND lead = '" + lead + "'";
    await().atMost(PATIENCE).until(() -> database.number(state) == 1);
    assertThat(received(lead)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(new HashSet<>(received(lead))).describedAs("one message, sent again").hasSize(1);
    assertThat(caller.differences()).isEmpty();
  }

  /** Posts all, kills the service while it is held with some of them, and starts it again. */
  private void killHeld(int point, Poster poster, List<String> events) throws Exception {
    poster.post(service.uri(), events.subList(0, EVENTS / 3), THREADS);
    assertThat(poster.answers()).hasSize(EVENTS / 3);
    CompletableFuture<Void> posting;
    try (Connection lock = hold(point)) {
      posting =
          CompletableFuture.runAsync(
              () -> {
                try {
                  poster.post(service.uri(), events.subList(EVENTS / 3, EVENTS), THREADS);
                } catch (InterruptedException stop) {
                  throw new IllegalStateException(stop);
                }
              });
      awaitHeld();
      service.kill();
      posting.join();
    }
    await()
        .until(
            () ->
                database.number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == 0);
    service.restart();
  }

  private void assertWholeOnceRepeated(String family, Poster poster, List<String> events)
      throws Exception {
    List<String> unanswered = new ArrayList<>(events);
    unanswered.removeAll(poster.answers().keySet());
    poster.post(service.uri(), unanswered, THREADS);

    assertThat(poster.answers()).hasSize(events.size());
    assertThat(stored(family)).hasSize(events.size());
    assertThat(caller.differences()).isEmpty();
    try (Connection connection = database.connect()) {
      assertThat(new Replay(connection, Replay.shippedRules()).differences(family + "%")).isEmpty();
    }
  }

  /** Whoever comes to the point waits until the connection is closed. */
  private Connection hold(int point) throws SQLException {
    Connection lock = database.connect();
    try (Statement take = lock.createStatement()) {
      take.execute("SELECT pg_advisory_lock(" + point + ")");
    }
    return lock;
  }

  private void awaitHeld() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database.number(
                        "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'advisory'")
                    > 0);
  }

  private long outdated() throws SQLException {
    return database.number("SELECT count(*) FROM lead WHERE publication = 0");
  }

  private Set<String> stored(String family) throws SQLException {
    return Set.copyOf(database.texts("SELECT id FROM event WHERE lead LIKE '" + family + "-%'"));
  }

  private static Set<String> acknowledged(Poster poster) {
    return poster.answers().keySet().stream().map(KilledServiceIT::id).collect(Collectors.toSet());
  }

  private List<String> received(String lead) {
    return receiver.requests().stream()
        .filter(request -> request.body().contains("\"" + lead + "\""))
        .map(Receiver.Request::id)
        .toList();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
