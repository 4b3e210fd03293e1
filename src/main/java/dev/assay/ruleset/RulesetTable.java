package dev.assay.ruleset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.engine.DrlFile;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored versions. They are added, never changed. */
final class RulesetTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps replicas that start together from numbering the same rules twice. */
  private static final long LOCK = 0x4153534159_0001L;

  private final Connection connection;

  RulesetTable(Connection connection) {
    this.connection = connection;
  }

  /** A version that was live. */
  record Version(int number, RuleFiles files) {}

  void lock() throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      lock.execute();
    }
  }

  @Nullable Version latest() throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT number, workbook, drl::text FROM ruleset
                WHERE published_at IS NOT NULL ORDER BY published_at DESC, number DESC LIMIT 1
                """);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? new Version(row.getInt(1), new RuleFiles(row.getBytes(2), drl(row.getString(3))))
          : null;
    }
  }

  boolean knows(byte[] digest) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM ruleset WHERE digest = ?")) {
      select.setBytes(1, digest);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  int nextNumber() throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT coalesce(max(number), 0) + 1 FROM ruleset");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  void insert(int number, RuleFiles files, String comment, Instant publishedAt)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO ruleset (number, workbook, drl, digest, comment, created_at, published_at)
            VALUES (?, ?, ?::jsonb, ?, ?, ?, ?)
            """)) {
      OffsetDateTime at = OffsetDateTime.ofInstant(publishedAt, ZoneOffset.UTC);
      insert.setInt(1, number);
      insert.setBytes(2, files.workbook());
      insert.setString(3, JSON.writeValueAsString(files.drl()));
      insert.setBytes(4, files.digest());
      insert.setString(5, comment);
      insert.setObject(6, at);
      insert.setObject(7, at);
      insert.executeUpdate();
    } catch (JsonProcessingException ofStrings) {
      throw new UncheckedIOException(ofStrings);
    }
  }

  private static List<DrlFile> drl(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
