package dev.assay.check;

import dev.assay.pipeline.LeadErasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Removes what checks found out about a lead. */
@ApplicationScoped
class EraseDifferences implements LeadErasure {

  @Override
  public void erase(Connection connection, String lead) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM log_difference WHERE lead = ?")) {
      delete.setString(1, lead);
      delete.executeUpdate();
    }
  }
}
