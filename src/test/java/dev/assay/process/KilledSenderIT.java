package dev.assay.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dassay.messages} messages through three processes, one of which is killed in the middle.
 */
class KilledSenderIT {
  private static final int MESSAGES = Integer.getInteger("assay.messages", 2_000);
  private static final int SERVICES = 3;

  /** As a batch leaves them. */
  private static final String WRITE =
      """
      WITH written AS (
        INSERT INTO message (lead, id, type, payload, created_at)
        SELECT 'l-' || n, 'msg_' || n, 'lead.stage.changed', '{"n":' || n || '}', now()
        FROM generate_series(1, %d) n
        RETURNING lead, id, type, created_at
      )
      INSERT INTO delivery (lead, message, type, endpoint, next_attempt_at, created_at)
      SELECT lead, written.id, type, endpoint.id, written.created_at, written.created_at
      FROM written
      JOIN webhook_endpoint endpoint
        ON (endpoint.at_once IS NULL) = (right(written.id, 1)::integer %% 2 = 0)
      """;

  private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final ScheduledExecutorService answering = Executors.newScheduledThreadPool(4);

  @Test
  void everyMessageArrivesAndNoneTwiceAtOnce() throws Exception {
    HttpServer receiver = receiver();
    Path folder = Service.folder("senders");
    List<Service> services = new ArrayList<>();
    try (DatabaseServer database = DatabaseServer.start(folder)) {
      services.addAll(Service.start(SERVICES, folder, settings(database)));
      Caller caller = new Caller(services.get(0).uri(), services.get(0).key());
      register(caller, receiver, "{\"atOnce\":64}");
      register(caller, receiver, "{}");

      execute(database, WRITE.formatted(MESSAGES));
      await().atMost(Duration.ofMinutes(2)).until(() -> received.size() > MESSAGES / 2);
      long killed = System.currentTimeMillis();
      services.get(2).kill();
      await()
          .atMost(Duration.ofMinutes(5))
          .until(
              () ->
                  database.number("SELECT count(*) FROM delivery WHERE state = 'pending'") == 0
                      && received.size() == MESSAGES);

      // What was claimed twice was held by the one that was killed: nothing else ends without
      // answer.
      List<Long> takeovers =
          database
              .texts("SELECT (extract(epoch FROM at) * 1000)::bigint FROM attempt WHERE number = 2")
              .stream()
              .map(at -> Long.parseLong(at) - killed)
              .sorted()
              .toList();
      int requests = received.values().stream().mapToInt(AtomicInteger::get).sum();
      System.out.printf(
          "%d messages by %d processes, one killed: %d requests, %d of them repeated; %d were taken over, %s ms after%n",
          MESSAGES,
          SERVICES,
          requests,
          requests - MESSAGES,
          takeovers.size(),
          takeovers.isEmpty()
              ? "-"
              : takeovers.get(0) + " to " + takeovers.get(takeovers.size() - 1));
      assertThat(atOnce).as("messages that came twice at once").hasValue(0);
      assertThat(database.number("SELECT count(*) FROM message")).isEqualTo(MESSAGES);
      assertThat(database.number("SELECT count(*) FROM delivery WHERE state = 'delivered'"))
          .isEqualTo(MESSAGES);
      assertThat(takeovers).as("what the killed one held, and when it was taken over").isNotEmpty();
      assertThat(takeovers).allSatisfy(millis -> assertThat(millis).isBetween(0L, 30_000L));
      assertThat(requests - MESSAGES)
          .as("duplicates: what had arrived without an answer that is known")
          .isBetween(0, takeovers.size());
      assertThat(database.number("SELECT count(*) FROM delivery WHERE attempts > 2")).isZero();
    } finally {
      services.forEach(Service::close);
      receiver.stop(0);
      answering.shutdownNow();
    }
  }

  private static void execute(DatabaseServer database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Map<String, String> settings(DatabaseServer database) {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
        "ASSAY_WEBHOOK_ALLOWED_HOSTS", "127.0.0.1",
        "ASSAY_WEBHOOK_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
  }

  private static void register(Caller caller, HttpServer receiver, String limits)
      throws IOException {
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
    String body =
        "{\"url\":\"%s\",\"eventTypes\":[\"lead.stage.changed\"],\"limits\":%s}"
            .formatted(url, limits);
    assertThat(caller.call("POST", "/v1/webhooks", body).statusCode()).isEqualTo(201);
  }

  /** Answers after 50 ms, so that there is something under way when a process dies. */
  private HttpServer receiver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
          if (!underWay.add(id)) {
            atOnce.incrementAndGet();
          }
          var unused = answering.schedule(() -> answer(exchange, id), 50, TimeUnit.MILLISECONDS);
        });
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange, String id) {
    underWay.remove(id);
    received.computeIfAbsent(id, first -> new AtomicInteger()).incrementAndGet();
    try (exchange) {
      byte[] body = "ok".getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException senderIsGone) {
      // It was killed; its message comes again.
    }
  }
}
