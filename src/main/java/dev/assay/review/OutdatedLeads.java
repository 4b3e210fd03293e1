package dev.assay.review;

import dev.assay.pipeline.PickLeads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The leads that were assessed by other rules than the live ones, older or (after a rollback)
 * newer. A process that has not heard yet of the version published last picks none: else two would
 * undo each other's work.
 */
final class OutdatedLeads implements PickLeads {
  private static final String OUTDATED =
      """
      SELECT lead FROM lead
      WHERE ruleset %s ? AND ? = (
          SELECT ruleset FROM ruleset_publication ORDER BY sequence DESC LIMIT 1)
      ORDER BY ruleset LIMIT ? FOR UPDATE SKIP LOCKED
      """;

  /** Two statements, as an index finds neither end of {@code <>}. */
  private static final String OLDER = OUTDATED.formatted("<");

  private static final String NEWER = OUTDATED.formatted(">");

  @Override
  public List<String> pick(Connection connection, Instant now, int ruleset, int most)
      throws SQLException {
    List<String> older = pick(connection, OLDER, ruleset, most);
    return older.isEmpty() ? pick(connection, NEWER, ruleset, most) : older;
  }

  private static List<String> pick(Connection connection, String sql, int live, int most)
      throws SQLException {
    try (PreparedStatement outdated = connection.prepareStatement(sql)) {
      outdated.setInt(1, live);
      outdated.setInt(2, live);
      outdated.setInt(3, most);
      return Picked.from(outdated);
    }
  }
}
