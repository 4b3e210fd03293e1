package dev.assay.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work that is committed as a whole, or not at all, whatever ends it: a connection that goes back
 * to the pool in the middle of a transaction would have it committed there.
 */
public final class Transaction {
  private Transaction() {}

  /**
   * What is done in the transaction.
   *
   * @param <X> what it throws beside {@link SQLException}
   */
  @FunctionalInterface
  public interface Work<T, X extends Exception> {
    T run(Connection connection) throws SQLException, X;
  }

  /** Does the work, and gives what it gave once that is committed. */
  public static <T, X extends Exception> T run(DataSource database, Work<T, X> work)
      throws SQLException, X {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T done = work.run(connection);
        connection.commit();
        return done;
      } catch (Exception | Error failure) {
        rollback(connection, failure);
        throw failure;
      }
    }
  }

  /** Takes back what was done before the failure. */
  public static void rollback(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      // The connection is lost, and with it the transaction: there is nothing left to take back.
      failure.addSuppressed(gone);
    }
  }
}
