package dev.assay.review;

import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The leads that could not be assessed. */
@ApplicationScoped
class SetAsideLeads {
  private static final String PAGE =
      """
      SELECT lead, problem, ruleset, assessed_at, last_activity_at, next_review_at
      FROM lead WHERE problem IS NOT NULL AND lead > ? ORDER BY lead LIMIT ?
      """;

  /** Locked in the order of their keys, as everywhere; who is locked is being assessed anyway. */
  private static final String RETRY =
      """
      WITH chosen AS (
          SELECT lead FROM lead
          WHERE problem IS NOT NULL AND (?::text IS NULL OR lead = ?)
          ORDER BY lead FOR UPDATE SKIP LOCKED)
      UPDATE lead SET next_review_at = ? FROM chosen WHERE lead.lead = chosen.lead
      """;

  private final AgroalDataSource database;
  private final Clock clock;

  SetAsideLeads(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A lead that could not be assessed.
   *
   * @param problem the reason
   * @param ruleset the rules that failed
   * @param assessedAt the moment of its score, which is the last good one; null if there was none
   * @param retryAt when it is tried again, null if only new events, new rules or a request bring
   *     that about
   */
  record SetAside(
      String lead,
      String problem,
      int ruleset,
      @Nullable Instant assessedAt,
      @Nullable Instant lastActivityAt,
      @Nullable Instant retryAt) {}

  /** At most {@code limit} of them, by key, after the given one. */
  List<SetAside> page(String after, int limit) throws SQLException {
    List<SetAside> page = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setString(1, after);
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          page.add(
              new SetAside(
                  row.getString("lead"),
                  row.getString("problem"),
                  row.getInt("ruleset"),
                  Rows.instant(row, "assessed_at"),
                  Rows.instant(row, "last_activity_at"),
                  Rows.instant(row, "next_review_at")));
        }
      }
    }
    return page;
  }

  /**
   * Makes leads that were set aside due for review now.
   *
   * @param lead one of them, null for all
   * @return how many
   */
  int retry(@Nullable String lead) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(RETRY)) {
      update.setString(1, lead);
      update.setString(2, lead);
      update.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      return update.executeUpdate();
    }
  }
}
