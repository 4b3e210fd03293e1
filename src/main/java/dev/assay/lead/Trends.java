package dev.assay.lead;

import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How the scores of some leads went, day by day. */
@ApplicationScoped
public class Trends {
  /**
   * The latest changes of each lead, not of those merged into it; few leads have more in a month.
   */
  private static final String SQL =
      """
      SELECT l.lead, c.at, c.score
      FROM unnest(?) AS l (lead) CROSS JOIN LATERAL (
          SELECT at, score, sequence FROM score_change
          WHERE score_change.lead = l.lead AND sequence > 0
          ORDER BY sequence DESC LIMIT 100) AS c
      ORDER BY l.lead, c.sequence
      """;

  private final AgroalDataSource database;
  private final Clock clock;

  Trends(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The score at the end of each of the last days, by lead; 0 before the first known change. */
  public Map<String, int[]> of(Collection<String> leads, int days) throws SQLException {
    Map<String, int[]> trends = new HashMap<>();
    Instant begin = clock.instant().minus(Duration.ofDays(days - 1L));
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SQL)) {
      select.setArray(1, connection.createArrayOf("text", leads.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          int[] trend = trends.computeIfAbsent(row.getString(1), lead -> new int[days]);
          set(trend, begin, Objects.requireNonNull(Rows.instant(row, "at")), row.getInt("score"));
        }
      }
    }
    return trends;
  }

  private static void set(int[] trend, Instant begin, Instant at, int score) {
    Duration since = Duration.between(begin, at);
    long day = since.isNegative() ? 0 : (since.toSeconds() + 86_399) / 86_400;
    for (int each = (int) Math.min(day, trend.length - 1L); each < trend.length; each++) {
      trend[each] = score;
    }
  }
}
