package dev.assay.pipeline;

import java.sql.Connection;
import java.sql.SQLException;

/** Moves what a package keeps about a lead when that is merged into another. */
public interface LeadMerge {

  /**
   * Makes all that is kept about one lead the other's; none of it may stay behind.
   *
   * @param connection the open transaction in which all of it goes, and which holds both leads
   */
  void merge(Connection connection, String into, String from) throws SQLException;
}
