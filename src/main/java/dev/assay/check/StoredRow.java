package dev.assay.check;

import dev.assay.assessment.Activities;
import dev.assay.database.Rows;
import dev.assay.pipeline.ActivitiesCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row of a lead: the snapshot that is checked.
 *
 * @param activities null if they cannot be read
 * @param standing score, fit, engagement, grade and band in one line
 * @param counts of profile, score and stage changes
 */
record StoredRow(
    String lead,
    String profile,
    @Nullable Activities activities,
    String awards,
    String standing,
    @Nullable String stage,
    @Nullable String owner,
    int ruleset,
    @Nullable Instant assessedAt,
    @Nullable Instant nextReviewAt,
    @Nullable String problem,
    List<Integer> counts) {

  private static final String PAGE =
      """
      SELECT *, profile::text AS profile_text, awards::text AS awards_text
      FROM lead WHERE lead > ? ORDER BY lead LIMIT ?
      """;

  /** The rows that follow a lead, by key. */
  static List<StoredRow> page(Connection connection, String after, int most) throws SQLException {
    List<StoredRow> page = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setString(1, after);
      select.setInt(2, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          page.add(read(rows));
        }
      }
    }
    return page;
  }

  /** Score, fit, engagement, grade and band in one line. */
  static String standing(
      int score, int fit, int engagement, @Nullable String grade, @Nullable String band) {
    return "%d = %d + %d, %s, %s".formatted(score, fit, engagement, grade, band);
  }

  private static StoredRow read(ResultSet row) throws SQLException {
    return new StoredRow(
        row.getString("lead"),
        row.getString("profile_text"),
        activities(row.getBytes("activities"), row.getBytes("recent_activities")),
        row.getString("awards_text"),
        standing(
            row.getInt("score"),
            row.getInt("fit"),
            row.getInt("engagement"),
            row.getString("grade"),
            row.getString("band")),
        row.getString("stage"),
        row.getString("owner"),
        row.getInt("ruleset"),
        Rows.instant(row, "assessed_at"),
        Rows.instant(row, "next_review_at"),
        row.getString("problem"),
        List.of(
            row.getInt("profile_changes"),
            row.getInt("score_changes"),
            row.getInt("stage_changes")));
  }

  private static @Nullable Activities activities(byte[]... bytes) {
    try {
      return ActivitiesCodec.decode(bytes);
    } catch (RuntimeException damaged) {
      return null;
    }
  }
}
