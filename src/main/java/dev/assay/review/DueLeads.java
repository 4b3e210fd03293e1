package dev.assay.review;

import dev.assay.pipeline.PickLeads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The leads whose moment of review has come, the longest overdue first. */
final class DueLeads implements PickLeads {
  private static final String DUE =
      """
      SELECT lead FROM lead WHERE next_review_at <= ?
      ORDER BY next_review_at LIMIT ? FOR UPDATE SKIP LOCKED
      """;

  @Override
  public List<String> pick(Connection connection, Instant now, int publication, int most)
      throws SQLException {
    try (PreparedStatement due = connection.prepareStatement(DUE)) {
      due.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      due.setInt(2, most);
      List<String> leads = new ArrayList<>();
      try (ResultSet rows = due.executeQuery()) {
        while (rows.next()) {
          leads.add(rows.getString("lead"));
        }
      }
      return leads;
    }
  }
}
