package dev.assay.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Moves the logs of a lead to that into which it is merged. Parameters: 1 into, 2 from. */
final class MergedRows {

  /** What both were told is kept once, as it was received first. */
  private static final String FORGET_REPETITIONS =
      """
      DELETE FROM event again
      USING event known, (VALUES (?, ?)) AS m (survivor, merged)
      WHERE ((again.lead = merged AND known.lead = survivor
                  AND known.received_at <= again.received_at)
              OR (again.lead = survivor AND known.lead = merged
                  AND known.received_at < again.received_at))
          AND known.source = again.source
          AND coalesce(known.posted_id, known.id) = coalesce(again.posted_id, again.id)
          AND known.digest = again.digest
      """;

  /** Two events of one id that are not the same are both kept, one of them under a new id. */
  private static final String MOVE_EVENTS =
      """
      UPDATE event SET lead = survivor,
          id = CASE WHEN taken THEN gen_random_uuid()::text ELSE event.id END,
          posted_id = CASE WHEN taken THEN coalesce(posted_id, event.id) ELSE posted_id END
      FROM (SELECT survivor, merged, source, id,
              EXISTS (SELECT FROM event own
                  WHERE own.lead = survivor AND own.source = e.source AND own.id = e.id) AS taken
          FROM (VALUES (?, ?)) AS m (survivor, merged) JOIN event e ON e.lead = merged) AS k
      WHERE event.lead = merged AND event.source = k.source AND event.id = k.id
      """;

  /** The numbers of what is inherited end just below the lowest that the survivor has. */
  private static final String MOVE_HISTORY =
      """
      UPDATE %1$s SET lead = survivor, sequence = sequence + shift
      FROM (SELECT survivor, merged,
              least(1, (SELECT min(sequence) FROM %1$s WHERE lead = survivor)) - 1
                  - (SELECT max(sequence) FROM %1$s WHERE lead = merged) AS shift
          FROM (VALUES (?, ?)) AS m (survivor, merged)) AS k
      WHERE lead = merged
      """;

  private static final String MOVE_ALIASES =
      """
      UPDATE lead_alias SET lead = survivor
      FROM (VALUES (?, ?)) AS m (survivor, merged) WHERE lead = merged
      """;

  private static final String ADD_ALIAS =
      """
      INSERT INTO lead_alias (lead, alias) VALUES (?, ?)
      ON CONFLICT (alias) DO UPDATE SET lead = excluded.lead
      """;

  private static final String MOVE_MERGES =
      """
      UPDATE lead_merge SET lead = survivor
      FROM (VALUES (?, ?)) AS m (survivor, merged) WHERE lead_merge.lead = m.merged
      """;

  /** What is said of it next gets a higher number than all that was said of either. */
  private static final String KEEP_AGE_AND_COUNT =
      """
      UPDATE lead SET created_at = least(lead.created_at, other.created_at),
          messages = greatest(lead.messages, other.messages)
      FROM (VALUES (?, ?)) AS m (survivor, merged) JOIN lead other ON other.lead = merged
      WHERE lead.lead = survivor
      """;

  private static final String REMOVE =
      """
      DELETE FROM lead USING (VALUES (?, ?)) AS m (survivor, merged) WHERE lead = merged
      """;

  private static final String RECORD =
      "INSERT INTO lead_merge (lead, merged, at, merged_by) VALUES (?, ?, ?, ?)";

  private static final List<String> HISTORIES =
      List.of("profile_change", "score_change", "stage_change", "owner_change");

  private MergedRows() {}

  static void move(Connection connection, String into, String from, Instant now, String by)
      throws SQLException {
    run(connection, FORGET_REPETITIONS, into, from);
    run(connection, MOVE_EVENTS, into, from);
    for (String history : HISTORIES) {
      run(connection, MOVE_HISTORY.formatted(history), into, from);
    }
    run(connection, MOVE_ALIASES, into, from);
    run(connection, ADD_ALIAS, into, from);
    run(connection, MOVE_MERGES, into, from);
    run(connection, KEEP_AGE_AND_COUNT, into, from);
    run(connection, REMOVE, into, from);
    try (PreparedStatement insert = connection.prepareStatement(RECORD)) {
      insert.setString(1, into);
      insert.setString(2, from);
      insert.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      insert.setString(4, by);
      insert.executeUpdate();
    }
  }

  private static void run(Connection connection, String sql, String into, String from)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, into);
      statement.setString(2, from);
      statement.executeUpdate();
    }
  }
}
