package dev.assay.ruleset;

import dev.assay.engine.DrlFile;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stored versions. Takes part in the transaction of its caller, if there is one. */
@ApplicationScoped
class RulesetVersions {

  /** Serializes whatever adds a version or makes one live. */
  private static final long LOCK = 0x4153534159_0001L;

  private static final String FIND =
      "SELECT workbook, drl, shipped, comment, created_by, created_at FROM ruleset WHERE number = ?";
  private static final String FINDINGS = "SELECT findings FROM ruleset WHERE number = ?";
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
    try (Connection connection = database.getConnection();
        PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      lock.execute();
    }
  }

  /** The version of that number, null if there is none. */
  @Nullable RulesetVersion find(int number) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setInt(1, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? read(number, row) : null;
      }
    }
  }

  /** What its check found; null for versions from before this was kept. */
  @Nullable Findings findings(int number) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FINDINGS)) {
      select.setInt(1, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? StoredJson.read(row, "findings", Findings.class) : null;
      }
    }
  }

  /** Whether any version has this workbook. */
  boolean knowsWorkbook(RuleFiles files) throws SQLException {
    return exists("workbook_digest = ?", files.workbookDigest());
  }

  /** Whether any version has this DRL. */
  boolean knowsDrl(RuleFiles files) throws SQLException {
    return exists("drl = ?::jsonb", StoredJson.write(files.drl()));
  }

  private boolean exists(String condition, Object value) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT EXISTS (SELECT FROM ruleset WHERE " + condition + ")")) {
      select.setObject(1, value);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  int nextNumber() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT coalesce(max(number), 0) + 1 FROM ruleset");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
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
      insert.setObject(9, version.createdAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private static RulesetVersion read(int number, ResultSet row) throws SQLException {
    DrlFile[] drl = Objects.requireNonNull(StoredJson.read(row, "drl", DrlFile[].class));
    return new RulesetVersion(
        number,
        new RuleFiles(row.getBytes("workbook"), List.of(drl)),
        row.getBoolean("shipped"),
        row.getString("comment"),
        row.getString("created_by"),
        Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class)).toInstant());
  }
}
