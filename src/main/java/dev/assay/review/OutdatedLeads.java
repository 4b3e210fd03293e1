package dev.assay.review;

import dev.assay.pipeline.PickLeads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The leads that were assessed by other rules than the live ones, older or (after a rollback)
 * newer. A process that has not heard yet of the version published last picks none: else two would
 * undo each other's work.
 *
 * <p>It walks through the table as it lies on the disk, since an index on the rules would cost more
 * than all else when new ones go live. Several processes share the work: each walks past what
 * others hold or have done. What a walk leaves behind, because it was locked or because a process
 * that had not heard of the rules yet wrote it after, the next one finds.
 */
final class OutdatedLeads implements PickLeads {
  private static final String LIVE =
      "SELECT sequence FROM ruleset_publication ORDER BY sequence DESC LIMIT 1";

  private static final String NEXT =
      """
      SELECT ctid::text AS place, lead FROM lead WHERE ctid > ?::tid AND publication < ?
      LIMIT ? FOR UPDATE SKIP LOCKED
      """;

  private static final String FIRST = "(0,0)";

  private final WalkRest rest = new WalkRest();
  private int publication;
  private String after = FIRST;

  @Override
  public synchronized List<String> pick(Connection connection, Instant now, int newest, int most)
      throws SQLException {
    if (!live(connection, newest) || !rest.over()) {
      return List.of();
    }
    long begun = System.nanoTime();
    List<String> leads = next(connection, newest, most);
    if (leads.isEmpty() && !after.equals(FIRST)) {
      after = FIRST;
      leads = next(connection, newest, most);
    }
    if (leads.isEmpty()) {
      rest.after(begun);
    } else {
      rest.found();
    }
    return leads;
  }

  /** Whether that publication is the newest of all; begins anew for each. */
  private boolean live(Connection connection, int newest) throws SQLException {
    try (PreparedStatement last = connection.prepareStatement(LIVE);
        ResultSet row = last.executeQuery()) {
      if (!row.next() || row.getInt("sequence") != newest) {
        return false;
      }
      if (newest != publication) {
        publication = newest;
        after = FIRST;
        rest.forget();
      }
      return true;
    }
  }

  private List<String> next(Connection connection, int newest, int most) throws SQLException {
    List<String> leads = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setString(1, after);
      select.setInt(2, newest);
      select.setInt(3, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          leads.add(rows.getString("lead"));
          after = rows.getString("place");
        }
      }
    }
    return leads;
  }
}
