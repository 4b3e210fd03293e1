package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Writes batches as of earlier moments: what they would have written if the work had come then, by
 * the live rules. Nobody is told of it. To be called in the order of time and in one transaction,
 * because whoever assesses the leads in between would do it as of now.
 */
@ApplicationScoped
public class WritePast {
  private static final Announcer NOBODY =
      asked ->
          (connection, changes) ->
              new Announcer.Announced(Collections.nCopies(changes.size(), 0), false);

  private static final String DUE =
      """
      SELECT lead FROM lead WHERE lead = ANY (?) AND next_review_at <= ? ORDER BY lead FOR UPDATE
      """;

  private final CurrentRules rules;

  WritePast(CurrentRules rules) {
    this.rules = rules;
  }

  /** Does the work as of that moment. */
  public void write(Connection connection, Instant at, List<Work> work) throws SQLException {
    RoundTrip last = new RoundTrip();
    new Batch(connection, rules.current(), false, at, false).run(work, NOBODY, last);
    last.run(connection);
  }

  /** Assesses those of the leads again that would have been reviewed until that moment. */
  public void review(Connection connection, Instant at, Collection<String> leads)
      throws SQLException {
    List<Work> due = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(DUE)) {
      select.setArray(1, connection.createArrayOf("text", leads.toArray()));
      select.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          due.add(new Work.Reassess(new LeadKey.Known(row.getString(1))));
        }
      }
    }
    write(connection, at, due);
  }
}
