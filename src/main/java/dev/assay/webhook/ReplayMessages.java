package dev.assay.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Sends many messages to an endpoint again, each with retries from the start. */
@Singleton
class ReplayMessages {

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

  private final AgroalDataSource database;

  ReplayMessages(AgroalDataSource database) {
    this.database = database;
  }

  /** All that failed for good among what was written since then. */
  Replayed failedSince(String endpoint, Instant since, Instant now) throws SQLException {
    return replay(FAILED, now.toString(), endpoint, since.toString());
  }

  /** All that is kept about the lead and of a type that the endpoint wants. */
  Replayed history(String endpoint, String lead, Instant now) throws SQLException {
    return replay(HISTORY, now.toString(), lead, endpoint);
  }

  private Replayed replay(String sql, String... values) throws SQLException {
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
