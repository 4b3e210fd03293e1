package dev.assay.webhook;

import dev.assay.database.Transaction;
import dev.assay.scoring.step.Profiles;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a message for each lead that has been in a stage for long without an outcome, once for
 * each change of stage and endpoint. It walks over stage changes by time, so it costs what became
 * due and not what there is; processes pass over endpoints that another has locked.
 */
@Singleton
class FollowUps {

  /** A stage change may be committed that long after the moment it bears. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final int MOST = 200;

  private static final String LOCK =
      """
      select id, follow_up_stage, follow_up_seconds, filter::text,
        greatest(follow_up_since, follow_up_seen - ? * interval '1 second') as since
      from webhook_endpoint
      where id = ? and enabled and follow_up_stage is not null
      for no key update skip locked
      """;

  /** Leads are locked in the order of their keys, as everywhere, and then asked again. */
  private static final String DUE =
      """
      with candidate as (
        select stage_change.lead, stage_change.sequence, stage_change.at
        from stage_change
        where to_stage = ? and at > ?::timestamptz and at <= ?::timestamptz
          and not exists (
            select from follow_up
            where follow_up.lead = stage_change.lead and stage_change = stage_change.sequence
              and endpoint = ?)
          and not exists (
            select from event
            where event.lead = stage_change.lead and type = 'outcome'
              and occurred_at >= stage_change.at)
        order by at, lead
      )
      select lead.lead, lead.profile::text as profile, stage, score, fit, engagement, grade, band, owner,
        ruleset, messages, candidate.sequence as stage_change, candidate.at as reached_at
      from candidate
      join lead on lead.lead = candidate.lead and lead.stage_changes = candidate.sequence
      order by lead.lead
      limit ?
      for update of lead
      """;

  private final AgroalDataSource database;
  private final WriteFollowUps write;

  FollowUps(AgroalDataSource database, WriteFollowUps write) {
    this.database = database;
    this.write = write;
  }

  /**
   * Writes the messages that are due.
   *
   * @return how many
   */
  int remind(Instant now) throws SQLException {
    int written = 0;
    for (String endpoint : endpoints()) {
      for (int more = MOST; more == MOST; written += more) {
        more = remind(endpoint, now);
      }
    }
    return written;
  }

  private List<String> endpoints() throws SQLException {
    List<String> endpoints = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select id from webhook_endpoint where enabled and follow_up_stage is not null");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        endpoints.add(row.getString(1));
      }
    }
    return endpoints;
  }

  private int remind(String endpoint, Instant now) throws SQLException {
    return Transaction.run(database, connection -> remind(connection, endpoint, now));
  }

  private int remind(Connection connection, String endpoint, Instant now) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setLong(1, LATE.toSeconds());
      lock.setString(2, endpoint);
      try (ResultSet row = lock.executeQuery()) {
        if (!row.next()) {
          return 0;
        }
        Instant until = now.minusSeconds(row.getLong("follow_up_seconds"));
        EndpointFilter filter = EndpointFilter.parse(row.getString("filter"));
        List<DueFollowUp> due =
            due(
                connection,
                endpoint,
                row.getString("follow_up_stage"),
                row.getString("since"),
                until);
        write.write(connection, endpoint, filter, due, now);
        if (due.size() < MOST) {
          seen(connection, endpoint, until);
        }
        return due.size();
      }
    }
  }

  private static List<DueFollowUp> due(
      Connection connection, String endpoint, String stage, String since, Instant until)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(DUE)) {
      select.setString(1, stage);
      select.setString(2, since);
      select.setString(3, until.toString());
      select.setString(4, endpoint);
      select.setInt(5, MOST);
      List<DueFollowUp> due = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          due.add(DueFollowUp.read(row, Profiles.lead(row.getString("profile"))));
        }
      }
      return due;
    }
  }

  private static void seen(Connection connection, String endpoint, Instant until)
      throws SQLException {
    String update =
        "update webhook_endpoint set follow_up_seen = greatest(follow_up_seen, ?::timestamptz)"
            + " where id = ?";
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setString(1, until.toString());
      statement.setString(2, endpoint);
      statement.executeUpdate();
    }
  }
}
