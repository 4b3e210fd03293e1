package dev.assay.check;

import dev.assay.pipeline.ReassessLeads;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes the snapshots of leads again from their logs, through the pipeline: so the rows are locked,
 * the histories go on, and a change of stage is announced if it never was.
 */
@ApplicationScoped
class RepairLeads {
  private static final String PENDING =
      """
      SELECT DISTINCT lead FROM log_difference
      WHERE log_check = ? AND repaired IS NULL ORDER BY lead LIMIT 200
      """;

  private static final String CREATE =
      """
      INSERT INTO lead (lead, created_at)
      SELECT lead, min(received_at) FROM event WHERE lead = ANY (?) GROUP BY lead ORDER BY lead
      ON CONFLICT DO NOTHING
      """;

  private static final String DONE =
      """
      UPDATE log_difference SET repaired = lead = ANY (?)
      WHERE log_check = ? AND repaired IS NULL AND lead = ANY (?)
      """;

  private static final String COUNT = "UPDATE log_check SET repaired = repaired + ? WHERE id = ?";

  private final ReassessLeads reassess;

  RepairLeads(ReassessLeads reassess) {
    this.reassess = reassess;
  }

  /**
   * Repairs some of the leads in which the check found differences.
   *
   * @param held the transaction that holds the check
   * @param own another connection, as the new rows must be there for the pipeline
   * @return whether there were any
   */
  boolean repair(Connection held, Connection own, int check) throws SQLException {
    List<String> leads = pending(held, check);
    if (leads.isEmpty()) {
      return false;
    }
    try (PreparedStatement create = own.prepareStatement(CREATE)) {
      create.setArray(1, own.createArrayOf("text", leads.toArray()));
      create.executeUpdate();
    }
    Set<String> repaired = reassess.fromLogs(leads);
    try (PreparedStatement done = held.prepareStatement(DONE);
        PreparedStatement count = held.prepareStatement(COUNT)) {
      done.setArray(1, held.createArrayOf("text", repaired.toArray()));
      done.setInt(2, check);
      done.setArray(3, held.createArrayOf("text", leads.toArray()));
      done.executeUpdate();
      count.setInt(1, repaired.size());
      count.setInt(2, check);
      count.executeUpdate();
    }
    return true;
  }

  private static List<String> pending(Connection held, int check) throws SQLException {
    List<String> leads = new ArrayList<>();
    try (PreparedStatement select = held.prepareStatement(PENDING)) {
      select.setInt(1, check);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          leads.add(rows.getString(1));
        }
      }
    }
    return leads;
  }
}
