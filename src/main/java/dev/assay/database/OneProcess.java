package dev.assay.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * For counting in the background. PostgreSQL divides a query over all leads among as many processes
 * as there are processors, and events then wait for one; by itself it takes longer, but nobody
 * waits for it.
 */
public final class OneProcess {
  private static final String ONLY = "SET LOCAL max_parallel_workers_per_gather = 0";

  private OneProcess() {}

  /** Until the end of the transaction, which has to have begun. */
  public static void only(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ONLY);
    }
  }
}
