package dev.assay.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys and addresses of leads that were erased. For a while nothing is stored under them, so that
 * events that were on their way, or are sent again, do not bring back a person who wanted to be
 * forgotten. Only keyed hashes of them are kept.
 */
public final class ErasedNames {
  private static final String REMEMBER =
      """
      INSERT INTO erased_name (hash, refused_until)
      SELECT DISTINCT erased_name_hash(name), ? FROM unnest(?) AS n (name)
      ON CONFLICT (hash) DO UPDATE SET refused_until = excluded.refused_until
      """;

  private ErasedNames() {}

  /** Refuses what comes under the names until then, and forgets names that may be used again. */
  public static void remember(
      Connection connection, Collection<String> names, Instant now, Instant until)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
      insert.setObject(1, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
      insert.setArray(2, connection.createArrayOf("text", names.toArray()));
      insert.executeUpdate();
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM erased_name WHERE refused_until <= ?")) {
      delete.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      delete.executeUpdate();
    }
  }

  /**
   * Makes sure that there is a lead of that key, to be locked and erased: whoever is creating one
   * is waited for, and whoever begins to has to wait.
   */
  public static void reserve(Connection connection, String lead, Instant now) throws SQLException {
    LeadRows.create(connection, new TreeMap<>(Map.of(lead, now)));
  }
}
