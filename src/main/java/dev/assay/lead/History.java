package dev.assay.lead;

import dev.assay.assessment.Activities;
import dev.assay.pipeline.LeadLog;
import dev.assay.scoring.step.Profiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/** Rebuilds from the logs what was known of a lead at a moment. */
final class History {
  private History() {}

  /** The profile as it stood at the moment. */
  static String profile(Connection connection, String lead, Instant at) throws SQLException {
    String profile = "{}";
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT patch::text FROM profile_change WHERE lead = ? AND at <= ? ORDER BY sequence")) {
      select.setString(1, lead);
      select.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          profile = Profiles.merge(profile, rows.getString(1));
        }
      }
    }
    return profile;
  }

  /** All activities in the log, also those after any moment: the law looks at none too late. */
  static Activities activities(Connection connection, String lead) throws SQLException {
    return LeadLog.activities(connection, Set.of(lead)).getOrDefault(lead, Activities.NONE);
  }
}
