package dev.assay.ruleset;

import dev.assay.database.Rows;
import dev.assay.engine.DrlFile;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stored versions. Takes part in the transaction of its caller, if there is one. */
@ApplicationScoped
class RulesetVersions {

  /** Serializes whatever adds a version or makes one live. */
  private static final long LOCK = 0x4153534159_0001L;

  private static final String FIND =
      """
      SELECT number, workbook, drl, shipped, comment, created_by, created_at
      FROM ruleset WHERE number = ?
      """;
  private static final String ADD =
      """
      INSERT INTO ruleset (number, workbook, drl, shipped, findings, figures, comment, created_by,
          created_at)
      VALUES (?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
      """;

  private final AgroalDataSource database;

  RulesetVersions(AgroalDataSource database) {
    this.database = database;
  }

  /** Waits until no other process adds or publishes; lasts until the transaction ends. */
  void lock() throws SQLException {
    query("SELECT pg_advisory_xact_lock(?)", row -> LOCK, LOCK);
  }

  /** The version of that number, null if there is none. */
  @Nullable RulesetVersion find(int number) throws SQLException {
    List<RulesetVersion> found = query(FIND, RulesetVersions::read, number);
    return found.isEmpty() ? null : found.get(0);
  }

  /** What its check found; null for versions from before this was kept, and if there is none. */
  @Nullable Findings findings(int number) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT findings FROM ruleset WHERE number = ?")) {
      select.setInt(1, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? StoredJson.read(row, "findings", Findings.class) : null;
      }
    }
  }

  /** Whether any version has this workbook. */
  boolean knowsWorkbook(RuleFiles files) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM ruleset WHERE workbook_digest = ?)";
    return query(sql, row -> row.getBoolean(1), files.workbookDigest()).get(0);
  }

  /** Whether any version has this DRL. */
  boolean knowsDrl(RuleFiles files) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM ruleset WHERE drl = ?::jsonb)";
    return query(sql, row -> row.getBoolean(1), StoredJson.write(files.drl())).get(0);
  }

  int nextNumber() throws SQLException {
    return query("SELECT coalesce(max(number), 0) + 1 FROM ruleset", row -> row.getInt(1)).get(0);
  }

  void add(RulesetVersion version, Findings findings) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setInt(1, version.number());
      insert.setBytes(2, version.files().workbook());
      insert.setString(3, StoredJson.write(version.drl()));
      insert.setBoolean(4, version.shipped());
      insert.setString(5, StoredJson.write(findings));
      insert.setString(6, StoredJson.write(findings.figures()));
      insert.setString(7, version.comment());
      insert.setString(8, version.createdBy());
      insert.setObject(9, Rows.time(version.createdAt()));
      insert.executeUpdate();
    }
  }

  private <T> List<T> query(String sql, Rows.Read<T> read, Object... values) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Rows.query(connection, sql, read, values);
    }
  }

  private static RulesetVersion read(ResultSet row) throws SQLException {
    DrlFile[] drl = Objects.requireNonNull(StoredJson.read(row, "drl", DrlFile[].class));
    return new RulesetVersion(
        row.getInt("number"),
        new RuleFiles(row.getBytes("workbook"), List.of(drl)),
        row.getBoolean("shipped"),
        row.getString("comment"),
        row.getString("created_by"),
        Objects.requireNonNull(Rows.instant(row, "created_at")));
  }
}
