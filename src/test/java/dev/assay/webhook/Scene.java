package dev.assay.webhook;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Dimension;
import dev.assay.assessment.Line;
import dev.assay.assessment.RuleSource;
import dev.assay.assessment.Score;
import dev.assay.client.Tables;
import dev.assay.database.RoundTrip;
import dev.assay.pipeline.Announcer;
import dev.assay.scoring.step.Event;
import dev.assay.scoring.step.LeadChanged;
import dev.assay.scoring.step.LeadKey;
import dev.assay.scoring.step.Profiles;
import dev.assay.scoring.step.Standing;
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
import org.jspecify.annotations.Nullable;

/** Puts endpoints and messages into the database, and makes senders whose clock the test steps. */
@Singleton
class Scene {

  @Inject AgroalDataSource database;
  @Inject Tables tables;
  @Inject RegisterEndpoint registerEndpoint;
  @Inject Subscribers subscribers;
  @Inject Outbox outbox;
  @Inject ChangeEndpoint changeEndpoint;
  @Inject DeliveryQueue queue;
  @Inject Deliveries deliveries;
  @Inject DeliveryLoop loop;
  @Inject SecretVault vault;
  @Inject AddressGuard guard;
  @Inject HttpExchange exchange;
  @Inject EndpointTargets targets;
  @Inject SendMail sendMail;
  @Inject SortableId ids;
  @Inject TimedSettings timedSettings;
  @Inject Digests digests;
  @Inject FollowUps followUps;
  @Inject WriteFollowUps writeFollowUps;
  @Inject MeterRegistry meters;
  @Inject Spans spans;
  @Inject WebhookConfig config;

  void clear() throws SQLException {
    tables.execute("truncate webhook_endpoint, message cascade");
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

  /** For stage changes, unless it says otherwise. */
  EndpointCreated register(String url, String... types) throws SQLException {
    List<String> wanted = types.length == 0 ? List.of("lead.stage.changed") : List.of(types);
    return register(url, Map.of("eventTypes", wanted));
  }

  /** Registers as a caller does who sends these settings as JSON. */
  EndpointCreated register(String url, Map<String, ?> settings) throws SQLException {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("url", url);
    return register(all);
  }

  EndpointCreated register(Map<String, ?> settings) throws SQLException {
    return registerEndpoint.register(
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .convertValue(settings, EndpointRequest.class));
  }

  /** Announces in a transaction of its own. */
  Announcer.Announced announce(Clock clock, LeadChanged... changes) throws SQLException {
    OutboxAnnouncer announcer =
        new OutboxAnnouncer(subscribers, outbox, new SortableId(clock, new Random()), clock, loop);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Announcer.Announced announced = announce(announcer, connection, changes);
      connection.commit();
      announcer.committed();
      return announced;
    }
  }

  /** Announces in that transaction. */
  static Announcer.Announced announce(
      Announcer announcer, Connection connection, LeadChanged... changes) throws SQLException {
    RoundTrip asking = new RoundTrip();
    Announcer.Audience audience = announcer.audience(asking);
    asking.run(connection);
    return audience.announce(connection, List.of(changes));
  }

  /** A lead that reaches MQL, and of whom nothing else changes. */
  static LeadChanged change(String lead) {
    return change(lead, 3, stage(null), STANDING);
  }

  /**
   * @param sequence of the first message about the change
   */
  static LeadChanged change(String lead, int sequence, Standing before, Standing after) {
    return new LeadChanged(
        lead,
        Profiles.lead(
            """
            {"email":"ada@example.com","firstName":"Ada","company":"Müller \\"& Söhne\\"",
             "region":"EMEA","employees":300}\
            """),
        sequence - 1,
        before,
        after,
        after.stage() != null,
        new Assessment(
            Instant.parse("2026-11-20T09:30:00.123456Z"),
            7,
            new Score(after.score(), after.fit(), after.engagement()),
            null,
            null,
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(AWARD),
            null),
        new Event(
            new LeadKey.Known(lead),
            "website",
            "e-1",
            "page_view",
            "/pricing",
            Instant.parse("2026-11-20T09:29:59Z"),
            null,
            new byte[0],
            null));
  }

  static final Standing STANDING = new Standing(62, 40, 22, "B", "warm", "MQL", "kim");

  static Standing stage(@Nullable String stage) {
    return new Standing(62, 40, 22, "B", "warm", stage, "kim");
  }

  static Standing band(String band) {
    return new Standing(62, 40, 22, "B", band, "MQL", "kim");
  }

  static Standing score(int score) {
    return new Standing(score, 40, score - 40, "B", "warm", "MQL", "kim");
  }

  private static final Line AWARD =
      new Line.Award(
          20,
          "Visited the price list",
          RuleSource.row("Engagement_12", "Engagement", 12, 1),
          Dimension.ENGAGEMENT,
          null,
          20,
          null,
          null,
          null,
          List.of(),
          null,
          null,
          null);

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
    private final MailContacts mailContacts;

    Sender(Clock clock, AddressGuard guard) {
      AccessTokens tokens = new AccessTokens(new FetchToken(guard, exchange, clock, config), clock);
      Courier courier =
          new Courier(
              vault,
              guard,
              exchange,
              new SendToTarget(targets, guard, exchange, sendMail, digests, tokens),
              new RetrySchedule(new Random()),
              clock,
              meters,
              spans,
              config);
      deliverMessages = new DeliverMessages(queue, courier, clock, config);
      mailContacts = new MailContacts(database, courier, queue, clock, config);
    }

    int underWay() {
      return deliverMessages.underWay();
    }

    MailContacts mailContacts() {
      return mailContacts;
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
