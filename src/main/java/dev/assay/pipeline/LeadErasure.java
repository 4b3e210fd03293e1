package dev.assay.pipeline;

import java.sql.Connection;
import java.sql.SQLException;

/** Removes what a package keeps about a person. */
public interface LeadErasure {

  /**
   * Deletes everything about the lead, of which nothing else may be known.
   *
   * @param connection the open transaction in which all of it goes
   * @param lead its key; for somebody who is not known, the key or the e-mail address in lower case
   */
  void erase(Connection connection, String lead) throws SQLException;
}
