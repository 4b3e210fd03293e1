package dev.assay.webhook;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends many messages to an endpoint again, each with retries from the start. */
@Singleton
public class ReplayMessages {

  /** A test is sent once only, and what is under way now needs no help. */
  private static final String FAILED =
      """
      with again as (
        update delivery
        set state = 'pending', next_attempt_at = ?::timestamptz, claimed_until = null,
          attempts_before_replay = attempts, delivered_at = null
        where endpoint = ? and state = 'failed' and created_at >= ?::timestamptz
          and type <> 'endpoint.test'
        returning 1
      )
      select count(*)::integer, 0 from again
      """;

  /**
   * What others were told of a score in steps of their own is not for this endpoint; its filter of
   * leads is not asked, since the lead is named.
   */
  private static final String HISTORY =
      """
      with wanted as (
        select ?::timestamptz as now, ? as lead, id as endpoint, event_types
        from webhook_endpoint where id = ?
      ), again as (
        update delivery
        set state = 'pending', next_attempt_at = now, claimed_until = null,
          attempts_before_replay = attempts, delivered_at = null
        from wanted
        where delivery.lead = wanted.lead and delivery.endpoint = wanted.endpoint
          and (claimed_until is null or claimed_until <= now)
        returning 1
      ), added as (
        insert into delivery
          (lead, message, type, sequence, endpoint, next_attempt_at, created_at)
        select message.lead, id, type, sequence, endpoint, now, now
        from wanted
        join message on message.lead = wanted.lead
        where type <> 'lead.score.changed'
          and (event_types = '{}' or type = any (event_types))
          and not exists (
            select from delivery
            where delivery.lead = message.lead and delivery.message = message.id
              and delivery.endpoint = wanted.endpoint)
        order by created_at, sequence
        on conflict do nothing
        returning 1
      )
      select (select count(*) from again)::integer, (select count(*) from added)::integer
      """;

  private static final Instant OLDEST = Instant.EPOCH;
  private static final Instant NEWEST = Instant.parse("9999-01-01T00:00:00Z");

  private final AgroalDataSource database;
  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final DeliveryLoop loop;
  private final Clock clock;

  ReplayMessages(
      AgroalDataSource database,
      Endpoints endpoints,
      Deliveries deliveries,
      DeliveryLoop loop,
      Clock clock) {
    this.database = database;
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.loop = loop;
    this.clock = clock;
  }

  /**
   * Makes one delivery due now.
   *
   * @return the delivery as it is then
   * @throws HttpProblem if there is none (404), it is being tried or its endpoint is disabled (409)
   */
  public DeliveryDetail one(long id) throws SQLException {
    DeliveryDetail before = deliveries.get(id);
    if (!deliveries.replay(id, clock.instant())) {
      throw Problems.conflict(
          "The delivery cannot be replayed now",
          "Delivery %d is being tried at this moment, or its endpoint %s is disabled. Wait half a minute, or enable the endpoint first"
              .formatted(id, before.delivery().endpoint()));
    }
    loop.wake();
    return deliveries.get(id);
  }

  /**
   * Makes many due now: what failed since a time, or what is kept about a lead.
   *
   * @throws HttpProblem if there is no such endpoint (404), it is disabled (409), or neither or
   *     both were asked for (400)
   */
  public Replayed replay(String endpoint, @Nullable ReplayRequest request) throws SQLException {
    if (!endpoints.get(endpoint).enabled()) {
      throw Problems.conflict(
          "Nothing can be replayed now",
          "Endpoint %s is disabled. Enable it first".formatted(endpoint));
    }
    Replayed replayed = start(endpoint, request);
    loop.wake();
    return replayed;
  }

  private Replayed start(String endpoint, @Nullable ReplayRequest request) throws SQLException {
    Instant since = request == null ? null : request.failedSince();
    String lead = request == null ? null : request.lead();
    if ((since == null) == (lead == null)) {
      throw Problems.invalid(
          "The body must hold either failedSince, such as"
              + " {\"failedSince\":\"2026-11-20T00:00:00Z\"}, or lead, such as"
              + " {\"lead\":\"l-42\"}");
    }
    if (lead != null) {
      if (lead.isEmpty() || lead.indexOf('\0') >= 0) {
        throw Problems.invalid("lead must be the key of a lead, such as l-42");
      }
      return history(endpoint, lead, clock.instant());
    }
    if (since == null || since.isBefore(OLDEST) || since.isAfter(NEWEST)) {
      throw Problems.invalid("failedSince is '%s'; expected a time since 1970".formatted(since));
    }
    return failedSince(endpoint, since, clock.instant());
  }

  /** All that failed for good among what was written since then. */
  private Replayed failedSince(String endpoint, Instant since, Instant now) throws SQLException {
    return execute(FAILED, now.toString(), endpoint, since.toString());
  }

  /** All that is kept about the lead and of a type that the endpoint wants. */
  private Replayed history(String endpoint, String lead, Instant now) throws SQLException {
    return execute(HISTORY, now.toString(), lead, endpoint);
  }

  private Replayed execute(String sql, String... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Replayed(row.getInt(1), row.getInt(2));
      }
    }
  }
}
