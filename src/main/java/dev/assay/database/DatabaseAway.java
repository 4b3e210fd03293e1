package dev.assay.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells that the database is away from that it refuses something. */
public final class DatabaseAway {
  /** What the driver says when an attempt to connect to a frozen server is given up. */
  private static final String CONNECTING_GIVEN_UP = "99999";

  private DatabaseAway() {}

  /**
   * Whether the failure, or what caused it, is a lost or missing connection (SQL state 08) or a
   * server that starts, stops or is full (53, 57). It passes by itself.
   */
  public static boolean is(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
            || state == null
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57")
            || state.equals(CONNECTING_GIVEN_UP);
      }
    }
    return false;
  }
}
