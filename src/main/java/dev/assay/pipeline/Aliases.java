package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
   * Gives addresses to leads, first come, first served.
   *
   * @return whom each address belongs to now, which need not be the lead that asked
   */
  static Map<String, String> claim(Connection connection, Map<String, String> leadByAlias)
      throws SQLException {
    if (leadByAlias.isEmpty()) {
      return Map.of();
    }
    List<Map.Entry<String, String>> rows = List.copyOf(new TreeMap<>(leadByAlias).entrySet());
    try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
      Columns.of(rows, columns -> columns.text(Map.Entry::getKey).text(Map.Entry::getValue))
          .bind(insert, 1);
      insert.executeUpdate();
    }
    return find(connection, leadByAlias.keySet());
  }
}
