package dev.assay.webhook;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.pipeline.StageChanged;
import dev.assay.tracing.Spans;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Puts endpoints and messages into the database, and makes senders whose clock the test steps. */
@Singleton
class Scene {

  @Inject AgroalDataSource database;
  @Inject RegisterEndpoint registerEndpoint;
  @Inject DeliveryQueue queue;
  @Inject Deliveries deliveries;
  @Inject DeliveryLoop loop;
  @Inject SecretVault vault;
  @Inject AddressGuard guard;
  @Inject HttpExchange exchange;
  @Inject MeterRegistry meters;
  @Inject Spans spans;
  @Inject WebhookConfig config;

  void clear() throws SQLException {
    execute("truncate webhook_endpoint, message cascade");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the rows, as text. */
  List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(String.valueOf(row.getString(1)));
      }
    }
    return values;
  }

  EndpointCreated register(String url, String... types) throws SQLException {
    return register(url, Map.of("eventTypes", List.of(types)));
  }

  /** Registers as a caller does who sends these settings as JSON. */
  EndpointCreated register(String url, Map<String, ?> settings) throws SQLException {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("url", url);
    return registerEndpoint.register(new ObjectMapper().convertValue(all, EndpointRequest.class));
  }

  /** Announces in a transaction of its own. */
  void announce(Clock clock, StageChanged... changes) throws SQLException {
    OutboxAnnouncer announcer =
        new OutboxAnnouncer(new SortableId(clock, new Random()), clock, loop);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      announcer.announce(connection, List.of(changes));
      connection.commit();
    }
    announcer.committed();
  }

  static StageChanged change(String lead) {
    return new StageChanged(
        lead,
        new StageChanged.Contact("ada@example.com", "Ada", null, "Müller \"& Söhne\""),
        3,
        Instant.parse("2026-11-20T09:30:00.123456Z"),
        null,
        "MQL",
        62,
        40,
        22,
        "B",
        "warm",
        "kim",
        7,
        List.of(new StageChanged.Reason(20, "Visited the price list", "Engagement!12")),
        new StageChanged.Cause("website", "e-1", "page_view", "/pricing"),
        null);
  }

  DeliveryDetail delivery(String lead) throws SQLException {
    long id =
        deliveries.newest(new Deliveries.Filter(null, lead, null), Long.MAX_VALUE, 1).get(0).id();
    return deliveries.find(id).orElseThrow();
  }

  Sender sender(Clock clock) {
    return sender(clock, guard);
  }

  Sender sender(Clock clock, AddressGuard guard) {
    return new Sender(clock, guard);
  }

  /** One process that sends, a turn at a time. */
  final class Sender {

    private final DeliverMessages deliverMessages;

    Sender(Clock clock, AddressGuard guard) {
      Courier courier =
          new Courier(
              vault,
              guard,
              exchange,
              new RetrySchedule(new Random()),
              clock,
              meters,
              spans,
              config);
      deliverMessages = new DeliverMessages(queue, courier, clock, config);
    }

    int underWay() {
      return deliverMessages.underWay();
    }

    void start() throws SQLException {
      deliverMessages.turn(() -> {});
    }

    /** Starts what is due and waits until it is done and recorded. */
    void turn() throws SQLException {
      start();
      await().atMost(Duration.ofSeconds(20)).until(() -> deliverMessages.underWay() == 0);
      deliverMessages.record();
    }
  }
}
