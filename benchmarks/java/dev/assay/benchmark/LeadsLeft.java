package dev.assay.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The leads that the service has not come to yet. */
final class LeadsLeft {
  private static final long POLL_MILLIS = 1_000;

  private LeadsLeft() {}

  /**
   * Waits until there are none, looking every second.
   *
   * @param left SQL, what is true of such a lead
   */
  static void awaitNone(Connection connection, String left)
      throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      boolean some = true;
      while (some) {
        Thread.sleep(POLL_MILLIS);
        try (ResultSet row =
            statement.executeQuery("SELECT EXISTS (SELECT FROM lead WHERE " + left + ")")) {
          row.next();
          some = row.getBoolean(1);
        }
      }
    }
  }
}
