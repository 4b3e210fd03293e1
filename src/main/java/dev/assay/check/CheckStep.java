package dev.assay.check;

import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.Columns;
import dev.assay.pipeline.LeadLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a check: some leads in one transaction, which sees all tables as of one moment and
 * holds the check, so that several processes never do the same step.
 */
final class CheckStep {
  private static final int LEADS = 200;

  private static final String HOLD =
      "SELECT * FROM log_check WHERE finished_at IS NULL FOR UPDATE SKIP LOCKED";

  /** Leads that have events but no row, between two leads that have one. */
  private static final String MISSING =
      """
      SELECT DISTINCT lead FROM event
      WHERE lead > ? AND (?::text IS NULL OR lead <= ?)
          AND NOT EXISTS (SELECT 1 FROM lead WHERE lead.lead = event.lead)
      ORDER BY lead LIMIT 200
      """;

  private static final String FOUND =
      """
      INSERT INTO log_difference (log_check, lead, what, stored, replayed, repaired)
      SELECT ?, lead, what, stored, replayed, CASE WHEN lost THEN false END
      FROM unnest(?, ?, ?, ?, ?) AS n (lead, what, stored, replayed, lost)
      ON CONFLICT DO NOTHING
      """;

  private static final String PROGRESS =
      """
      UPDATE log_check SET upto = ?, leads = leads + ?, other_rules = other_rules + ?,
          differences = differences + ?, finished_at = ?
      WHERE id = ?
      """;

  private final Connection connection;
  private final Check check;
  private final String upto;

  private CheckStep(Connection connection, Check check, String upto) {
    this.connection = connection;
    this.check = check;
    this.upto = upto;
  }

  /** Holds the check that runs; null if none does or another process holds it. */
  static @Nullable CheckStep hold(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      try (ResultSet row = statement.executeQuery(HOLD)) {
        return row.next()
            ? new CheckStep(connection, Checks.read(row), row.getString("upto"))
            : null;
      }
    }
  }

  Check check() {
    return check;
  }

  /** Compares the next leads, or finishes the check when there are none left. */
  void compare(RuleSet live, Instant now) throws SQLException {
    List<StoredRow> rows = StoredRow.page(connection, upto, LEADS);
    List<Difference> found = new ArrayList<>();
    Map<String, LeadLog> logs =
        LeadLog.read(connection, rows.stream().map(StoredRow::lead).toList());
    int otherRules = 0;
    for (StoredRow row : rows) {
      boolean comparable = row.ruleset() == live.number();
      otherRules += comparable ? 0 : 1;
      LeadLog log = Objects.requireNonNull(logs.get(row.lead()));
      found.addAll(CompareLead.compare(row, log, comparable ? live : null));
    }
    String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).lead();
    for (String lead : missing(last)) {
      found.add(Difference.of(lead, "row", "none", "has events"));
    }
    int fresh = store(found);
    boolean finished = rows.isEmpty() && (fresh == 0 || !check.repair());
    try (PreparedStatement update = connection.prepareStatement(PROGRESS)) {
      update.setString(1, last == null ? upto : last);
      update.setInt(2, rows.size());
      update.setInt(3, otherRules);
      update.setInt(4, fresh);
      update.setObject(5, finished ? OffsetDateTime.ofInstant(now, ZoneOffset.UTC) : null);
      update.setInt(6, check.id());
      update.executeUpdate();
    }
  }

  private Collection<String> missing(@Nullable String last) throws SQLException {
    List<String> leads = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(MISSING)) {
      select.setString(1, upto);
      select.setString(2, last);
      select.setString(3, last);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          leads.add(rows.getString(1));
        }
      }
    }
    return leads;
  }

  /**
   * Keeps what was found.
   *
   * @return how much of it had not been found before
   */
  private int store(List<Difference> found) throws SQLException {
    if (found.isEmpty()) {
      return 0;
    }
    try (PreparedStatement insert = connection.prepareStatement(FOUND)) {
      insert.setInt(1, check.id());
      Columns.of(
              found,
              columns ->
                  columns
                      .text(Difference::lead)
                      .text(Difference::what)
                      .text(Difference::stored)
                      .text(Difference::replayed)
                      .bool(one -> one.repaired() != null))
          .bind(insert, 2);
      return insert.executeUpdate();
    }
  }
}
