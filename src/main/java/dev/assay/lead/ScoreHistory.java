package dev.assay.lead;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a lead's score came to be what it is, newest change first. */
@ApplicationScoped
public class ScoreHistory {
  private final AgroalDataSource database;

  ScoreHistory(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * A change of score, grade or band.
   *
   * @param sequence counts the lead's changes from 1; below are those of leads that were merged
   *     into it
   * @param eventSource with {@code eventId} the event that brought it; null when a profile, time or
   *     new rules did
   */
  public record Change(
      int sequence,
      Instant at,
      int score,
      int fit,
      int engagement,
      @Nullable String grade,
      @Nullable String band,
      int ruleset,
      @Nullable String eventSource,
      @Nullable String eventId) {}

  /** At most {@code limit} changes before the given sequence number. */
  public List<Change> page(String lead, int before, int limit) throws SQLException {
    List<Change> page = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT * FROM score_change WHERE lead = ? AND sequence < ?
                ORDER BY sequence DESC LIMIT ?
                """)) {
      select.setString(1, lead);
      select.setInt(2, before);
      select.setInt(3, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          page.add(
              new Change(
                  row.getInt("sequence"),
                  Objects.requireNonNull(Leads.time(row, "at")),
                  row.getInt("score"),
                  row.getInt("fit"),
                  row.getInt("engagement"),
                  row.getString("grade"),
                  row.getString("band"),
                  row.getInt("ruleset"),
                  row.getString("event_source"),
                  row.getString("event_id")));
        }
      }
    }
    return page;
  }
}
