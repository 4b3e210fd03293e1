package dev.assay.check;

import dev.assay.pipeline.LeadErasure;
import dev.assay.pipeline.LeadMerge;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Removes what checks found out about a lead. */
@ApplicationScoped
class EraseDifferences implements LeadErasure, LeadMerge {

  @Override
  public void erase(Connection connection, String lead) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM log_difference WHERE lead = ?")) {
      delete.setString(1, lead);
      delete.executeUpdate();
    }
  }

  /** They were about a row that is no more. */
  @Override
  public void merge(Connection connection, String into, String from) throws SQLException {
    erase(connection, from);
  }
}
