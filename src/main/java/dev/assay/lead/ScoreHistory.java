package dev.assay.lead;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Score;
import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
      @Nullable String eventId) {

    private static Change of(ResultSet row) throws SQLException {
      return new Change(
          row.getInt("sequence"),
          Objects.requireNonNull(Rows.instant(row, "at")),
          row.getInt("score"),
          row.getInt("fit"),
          row.getInt("engagement"),
          row.getString("grade"),
          row.getString("band"),
          row.getInt("ruleset"),
          row.getString("event_source"),
          row.getString("event_id"));
    }

    /** Whether the assessment is the one that was recorded. */
    boolean is(Assessment assessment) {
      return assessment.score().equals(new Score(score, fit, engagement))
          && Objects.equals(assessment.gradeValue(), grade)
          && Objects.equals(assessment.bandValue(), band);
    }
  }

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
          page.add(Change.of(row));
        }
      }
    }
    return page;
  }

  /** The changes of these numbers, as far as there are any, the newest first. */
  List<Change> numbered(Connection connection, String lead, Collection<Integer> numbers)
      throws SQLException {
    List<Change> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT * FROM score_change WHERE lead = ? AND sequence = ANY (?)
            ORDER BY sequence DESC
            """)) {
      select.setString(1, lead);
      select.setArray(2, connection.createArrayOf("int4", numbers.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(Change.of(row));
        }
      }
    }
    return found;
  }
}
