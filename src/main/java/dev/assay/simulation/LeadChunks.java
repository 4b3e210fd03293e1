package dev.assay.simulation;

import dev.assay.pipeline.ActivitiesCodec;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the leads of a simulation in chunks. Each is read by a query of its own that continues
 * after the last key, so that no transaction stays open and memory holds one chunk a thread.
 */
final class LeadChunks {
  private static final int CHUNK = 500;

  private static final String COLUMNS =
      """
      SELECT lead, profile::text, activities || recent_activities AS activities, awards::text, score, band, stage, owner,
          ruleset = ? AND problem IS NULL AND assessed_at IS NOT NULL
              AND (next_review_at IS NULL OR next_review_at > ?) AS current
      FROM lead
      """;

  /** By a hash of the key: as good as random, and the same leads each time. */
  private static final String SAMPLE =
      "SELECT lead FROM lead ORDER BY hashtextextended(lead, 0), lead LIMIT ?";

  private final AgroalDataSource database;
  private final Scope scope;
  private final int live;
  private final Instant now;
  private @Nullable List<String> sampled;
  private long total;
  private String last = "";
  private int taken;

  /**
   * @param live number of the live rule set
   * @param now when what is stored must still hold to be taken over
   */
  LeadChunks(AgroalDataSource database, Scope scope, int live, Instant now) throws SQLException {
    this.database = database;
    this.scope = scope;
    this.live = live;
    this.now = now;
    count();
  }

  private void count() throws SQLException {
    try (Connection connection = database.getConnection()) {
      Integer sample = scope.sample();
      String sql = sample == null ? "SELECT count(*) FROM lead" : SAMPLE;
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        if (sample != null) {
          select.setInt(1, sample);
        }
        try (ResultSet rows = select.executeQuery()) {
          List<String> keys = new ArrayList<>();
          while (rows.next()) {
            keys.add(rows.getString(1));
          }
          sampled = sample == null ? null : keys;
          total = sample == null ? Long.parseLong(keys.get(0)) : keys.size();
        }
      }
    }
  }

  /** How many leads there were at the beginning. */
  long total() {
    return total;
  }

  /** The next leads; none when all were handed out. */
  List<SimulatedLead> next() throws SQLException {
    try (Connection connection = database.getConnection()) {
      List<LeadColumns> rows = claim(connection);
      return rows.isEmpty() ? List.of() : new PastLeads(connection, scope).join(rows);
    }
  }

  private synchronized List<LeadColumns> claim(Connection connection) throws SQLException {
    List<LeadColumns> rows = new ArrayList<>(CHUNK);
    List<String> keys = sampled;
    if (keys != null && taken == keys.size()) {
      return rows;
    }
    String which = keys == null ? "WHERE lead > ? ORDER BY lead LIMIT ?" : "WHERE lead = ANY (?)";
    try (PreparedStatement select = connection.prepareStatement(COLUMNS + which)) {
      select.setInt(1, live);
      select.setObject(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      if (keys == null) {
        select.setString(3, last);
        select.setInt(4, CHUNK);
      } else {
        List<String> some = keys.subList(taken, Math.min(taken + CHUNK, keys.size()));
        taken += some.size();
        select.setArray(3, connection.createArrayOf("text", some.toArray()));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(read(row));
        }
      }
    }
    if (keys == null && !rows.isEmpty()) {
      last = rows.get(rows.size() - 1).lead();
    }
    return rows;
  }

  private static LeadColumns read(ResultSet row) throws SQLException {
    return new LeadColumns(
        row.getString("lead"),
        row.getString("profile"),
        row.getBytes("activities"),
        row.getString("awards"),
        row.getInt("score"),
        row.getString("band"),
        row.getString("stage"),
        row.getString("owner"),
        row.getBoolean("current"));
  }

  /** A row as read; understanding it is left to the thread that asked. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record LeadColumns(
      String lead,
      String profile,
      byte[] activities,
      String awards,
      int score,
      @Nullable String band,
      @Nullable String stage,
      @Nullable String owner,
      boolean current) {

    dev.assay.assessment.Activities did() {
      return ActivitiesCodec.decode(activities);
    }
  }
}
