package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names by which leads are known beside their keys: e-mail addresses, and the keys of leads that
 * were merged into them.
 */
public final class Aliases {
  private static final String FIND = "SELECT alias, lead FROM lead_alias WHERE alias = ANY (?)";

  /** The lead of a name that is refused because its lead was erased. */
  static final String ERASED = "";

  private static final String LOOK =
      """
      SELECT alias, lead FROM lead_alias WHERE alias = ANY (?)
      UNION ALL
      SELECT n.name, '' FROM unnest(?) AS n (name)
      JOIN erased_name e ON e.hash = erased_name_hash(n.name) AND e.refused_until > ?
      WHERE EXISTS (SELECT FROM erased_name)
      """;

  private static final String CLAIM =
      """
      INSERT INTO lead_alias (alias, lead)
      SELECT alias, lead FROM unnest(?, ?) AS n (alias, lead)
      ON CONFLICT DO NOTHING
      """;

  private Aliases() {}

  /** The leads that have these names, by name. */
  public static Map<String, String> find(Connection connection, Collection<String> aliases)
      throws SQLException {
    RoundTrip trip = new RoundTrip();
    Map<String, String> leads = find(trip, aliases);
    trip.run(connection);
    return leads;
  }

  /** Asks for them in that round trip; they are there when it has run. */
  static Map<String, String> find(RoundTrip trip, Collection<String> aliases) {
    Map<String, String> leads = new HashMap<>();
    if (!aliases.isEmpty()) {
      trip.query(
          FIND,
          (select, index) -> {
            select.setArray(index, select.getConnection().createArrayOf("text", aliases.toArray()));
            return index + 1;
          },
          row -> leads.put(row.getString("alias"), row.getString("lead")));
    }
    return leads;
  }

  /**
   * The same, with {@link #ERASED} for names whose lead was erased.
   *
   * @param now decides which erasures still count
   */
  static Map<String, String> look(Connection connection, Collection<String> names, Instant now)
      throws SQLException {
    RoundTrip trip = new RoundTrip();
    Map<String, String> leads = look(trip, names, now);
    trip.run(connection);
    return leads;
  }

  /** Asks for them in that round trip; they are there when it has run. */
  static Map<String, String> look(RoundTrip trip, Collection<String> names, Instant now) {
    Map<String, String> leads = new HashMap<>();
    if (!names.isEmpty()) {
      trip.query(
          LOOK,
          (select, index) -> {
            Array all = select.getConnection().createArrayOf("text", names.toArray());
            select.setArray(index, all);
            select.setArray(index + 1, all);
            select.setObject(index + 2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            return index + 3;
          },
          row -> leads.put(row.getString("alias"), row.getString("lead")));
    }
    return leads;
  }

  /**
   * Gives addresses to leads, first come, first served.
   *
   * @param now decides which erasures still count
   * @return whom each address belongs to now, which need not be the lead that asked
   */
  public static Map<String, String> claim(
      Connection connection, Map<String, String> leadByAlias, Instant now) throws SQLException {
    if (leadByAlias.isEmpty()) {
      return Map.of();
    }
    List<Map.Entry<String, String>> rows = List.copyOf(new TreeMap<>(leadByAlias).entrySet());
    try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
      Columns.of(rows, columns -> columns.text(Map.Entry::getKey).text(Map.Entry::getValue))
          .bind(insert, 1);
      insert.executeUpdate();
    }
    return look(connection, leadByAlias.keySet(), now);
  }
}
