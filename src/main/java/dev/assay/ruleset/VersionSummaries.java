package dev.assay.ruleset;

import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Lists of stored versions. */
@ApplicationScoped
class VersionSummaries {

  /** Workbooks and findings may be large, so lists leave them out. */
  private static final String PAGE =
      """
      SELECT v.number, v.comment, v.created_at, v.created_by, v.shipped, v.figures,
          p.published_at, p.published_by,
          p.sequence = (SELECT max(sequence) FROM ruleset_publication) AS live
      FROM ruleset v
      LEFT JOIN LATERAL (
          SELECT * FROM ruleset_publication WHERE ruleset = v.number
          ORDER BY sequence DESC LIMIT 1) p ON true
      WHERE v.number <= ?
      ORDER BY v.number DESC
      LIMIT ?
      """;

  private final AgroalDataSource database;

  VersionSummaries(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * A page of all versions, newest first.
   *
   * @param from the highest number on it
   */
  List<VersionSummary> page(int from, int limit) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Rows.query(connection, PAGE, VersionSummaries::read, from, limit);
    }
  }

  private static VersionSummary read(ResultSet row) throws SQLException {
    return new VersionSummary(
        row.getInt("number"),
        row.getString("comment"),
        Objects.requireNonNull(Rows.instant(row, "created_at")),
        row.getString("created_by"),
        row.getBoolean("shipped"),
        StoredJson.read(row, "figures", Figures.class),
        Rows.instant(row, "published_at"),
        row.getString("published_by"),
        row.getBoolean("live"));
  }
}
