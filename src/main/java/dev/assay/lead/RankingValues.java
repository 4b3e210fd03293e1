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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that leads have of stage, band, grade and owner, to choose from. */
@ApplicationScoped
public class RankingValues {
  /** Goes from one value to the next in the index, so it costs the same for any number of leads. */
  private static final String STEPS =
      """
      (WITH RECURSIVE step AS (
          SELECT min(coalesce(%1$s, '')) AS value FROM lead
          UNION ALL
          SELECT (SELECT min(coalesce(%1$s, '')) FROM lead WHERE coalesce(%1$s, '') > step.value)
          FROM step WHERE step.value IS NOT NULL
      ) SELECT '%1$s' AS field, value FROM step WHERE value <> '' LIMIT 200)
      """;

  private static final String SQL =
      Stream.of("stage", "band", "grade", "owner")
          .map(STEPS::formatted)
          .collect(Collectors.joining(" UNION ALL "));

  private final AgroalDataSource database;

  RankingValues(AgroalDataSource database) {
    this.database = database;
  }

  /** The values by field, at most 200 of each. */
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
