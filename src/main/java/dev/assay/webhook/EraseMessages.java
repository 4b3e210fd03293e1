package dev.assay.webhook;

import dev.assay.pipeline.LeadErasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Removes the messages about a lead, and with them their deliveries and attempts. */
@ApplicationScoped
class EraseMessages implements LeadErasure {

  @Override
  public void erase(Connection connection, String lead) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM message WHERE lead = ?")) {
      delete.setString(1, lead);
      delete.executeUpdate();
    }
  }
}
