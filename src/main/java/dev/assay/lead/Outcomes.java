package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.assessment.Assessing;
import dev.assay.database.Rows;
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

/** What sales reported about leads, read from the event log. */
@ApplicationScoped
class Outcomes {
  private static final String SQL =
      """
      SELECT source, coalesce(posted_id, id) AS id, subject, properties ->> 'reason' AS reason, occurred_at, received_at
      FROM event WHERE lead = ? AND type = ?
      ORDER BY occurred_at DESC, source, id LIMIT ?
      """;

  private final AgroalDataSource database;

  Outcomes(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * One outcome.
   *
   * @param outcome accepted, rejected, won or lost; events of this type may say others
   * @param reason why, as sales said it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Outcome(
      String source,
      String id,
      String outcome,
      @Nullable String reason,
      Instant occurredAt,
      Instant receivedAt) {}

  /** The latest outcomes of a lead, newest first. */
  List<Outcome> of(String lead, int most) throws SQLException {
    List<Outcome> outcomes = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SQL)) {
      select.setString(1, lead);
      select.setString(2, Assessing.OUTCOME);
      select.setInt(3, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          outcomes.add(
              new Outcome(
                  row.getString("source"),
                  row.getString("id"),
                  row.getString("subject"),
                  row.getString("reason"),
                  Objects.requireNonNull(Rows.instant(row, "occurred_at")),
                  Objects.requireNonNull(Rows.instant(row, "received_at"))));
        }
      }
    }
    return outcomes;
  }
}
