package dev.assay.lead;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that leads have of stage, band, grade and owner, to choose from. */
@ApplicationScoped
public class RankingValues {
  /**
   * Goes from one place (stage, grade and band), or owner, to the next in the index that begins
   * with it, so it costs the same for any number of leads.
   */
  private static final String SQL =
      RankingQuery.PLACES.formatted("")
          + """
      , step AS (
          SELECT min(coalesce(owner, '')) AS owner FROM lead
          UNION ALL
          SELECT (SELECT min(coalesce(owner, '')) FROM lead WHERE coalesce(owner, '') > step.owner)
          FROM step WHERE step.owner IS NOT NULL),
      owners AS (SELECT owner FROM step WHERE owner <> '' LIMIT 200)
      SELECT field, value FROM (
          SELECT 'stage' AS field, stage AS value FROM place
          UNION SELECT 'grade', grade FROM place
          UNION SELECT 'band', band FROM place
          UNION SELECT 'owner', owner FROM owners) AS found
      WHERE value <> '' ORDER BY field, value
      """;

  private final AgroalDataSource database;

  RankingValues(AgroalDataSource database) {
    this.database = database;
  }

  /** The values by field, in order; at most 200 owners. */
  public Map<String, List<String>> all() throws SQLException {
    Map<String, List<String>> all = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SQL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.computeIfAbsent(row.getString(1), field -> new ArrayList<>()).add(row.getString(2));
      }
    }
    return all;
  }
}
