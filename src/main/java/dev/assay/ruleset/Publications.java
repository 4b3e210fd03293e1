package dev.assay.ruleset;

import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which version went live when. Takes part in the transaction of its caller, if there is one. */
@ApplicationScoped
class Publications {
  private static final int SHOWN = 50;

  /** Held while rules go live; the other number of these is that of the versions. */
  static final long LOCK = 0x4153534159_0002L;

  private static final String ALL = "SELECT * FROM ruleset_publication ORDER BY sequence";
  private static final String LATEST =
      "SELECT * FROM ruleset_publication ORDER BY sequence DESC LIMIT ?";
  private static final String OF =
      "SELECT * FROM ruleset_publication WHERE ruleset = ? ORDER BY sequence DESC LIMIT ?";
  private static final String ADD =
      """
      INSERT INTO ruleset_publication
          (sequence, ruleset, replaced, comment, announce, published_by, published_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private final AgroalDataSource database;

  Publications(AgroalDataSource database) {
    this.database = database;
  }

  /** The one that counts, null before the first. */
  @Nullable Publication last() throws SQLException {
    List<Publication> last = latest(1);
    return last.isEmpty() ? null : last.get(0);
  }

  /** The newest of all versions, newest first. */
  List<Publication> latest(int limit) throws SQLException {
    return list(LATEST, limit);
  }

  /** All of them, oldest first. */
  List<Publication> all() throws SQLException {
    return list(ALL);
  }

  /**
   * Waits until no batch is under way, and keeps further ones waiting until the end of the caller's
   * transaction. What is published at a moment after this is later than all that they wrote.
   */
  void lock() throws SQLException {
    try (Connection connection = database.getConnection()) {
      Rows.query(connection, "SELECT pg_advisory_xact_lock(?)", row -> LOCK, LOCK);
    }
  }

  /** The newest of a version, newest first. */
  List<Publication> of(int ruleset) throws SQLException {
    return list(OF, ruleset, SHOWN);
  }

  /** Whether the version ever went live. */
  boolean has(int ruleset) throws SQLException {
    return !list(OF, ruleset, 1).isEmpty();
  }

  void add(Publication publication) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setInt(1, publication.sequence());
      insert.setInt(2, publication.ruleset());
      insert.setObject(3, publication.replaced());
      insert.setString(4, publication.comment());
      insert.setBoolean(5, publication.announce());
      insert.setString(6, publication.publishedBy());
      insert.setObject(7, Rows.time(publication.publishedAt()));
      insert.executeUpdate();
    }
  }

  private List<Publication> list(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Rows.query(connection, sql, Publications::read, values);
    }
  }

  private static Publication read(ResultSet row) throws SQLException {
    return new Publication(
        row.getInt("sequence"),
        row.getInt("ruleset"),
        row.getObject("replaced", Integer.class),
        row.getString("comment"),
        row.getBoolean("announce"),
        row.getString("published_by"),
        Objects.requireNonNull(Rows.instant(row, "published_at")),
        Rows.instant(row, "reassessed_at"));
  }
}
