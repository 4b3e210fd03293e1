package dev.assay.pipeline;

import java.sql.Connection;
import java.sql.SQLException;

/** Removes what a package keeps about a person. */
public interface LeadErasure {

  /**
   * Deletes everything about the lead.
   *
   * @param connection the open transaction in which all of it goes
   */
  void erase(Connection connection, String lead) throws SQLException;
}
