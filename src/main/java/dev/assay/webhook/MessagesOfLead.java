package dev.assay.webhook;

import dev.assay.pipeline.LeadErasure;
import dev.assay.pipeline.LeadMerge;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Removes or moves the messages about a lead, and with them their deliveries and attempts; forgets
 * what was reminded of.
 */
@ApplicationScoped
class MessagesOfLead implements LeadErasure, LeadMerge {

  @Override
  public void erase(Connection connection, String lead) throws SQLException {
    delete(connection, "DELETE FROM message WHERE lead = ?", lead);
    delete(connection, "DELETE FROM follow_up WHERE lead = ?", lead);
  }

  /** What they say stays as it is: it was signed, and may have been sent. */
  @Override
  public void merge(Connection connection, String into, String from) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE message SET lead = ? WHERE lead = ?")) {
      update.setString(1, into);
      update.setString(2, from);
      update.executeUpdate();
    }
    delete(connection, "DELETE FROM follow_up WHERE lead = ?", from);
  }

  private static void delete(Connection connection, String sql, String lead) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setString(1, lead);
      delete.executeUpdate();
    }
  }
}
