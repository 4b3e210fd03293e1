package dev.assay.ruleset;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
    List<VersionSummary> page = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setInt(1, from);
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          page.add(read(row));
        }
      }
    }
    return page;
  }

  private static VersionSummary read(ResultSet row) throws SQLException {
    OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
    return new VersionSummary(
        row.getInt("number"),
        row.getString("comment"),
        Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class)).toInstant(),
        row.getString("created_by"),
        row.getBoolean("shipped"),
        StoredJson.read(row, "figures", Figures.class),
        published == null ? null : published.toInstant(),
        row.getString("published_by"),
        row.getBoolean("live"));
  }
}
