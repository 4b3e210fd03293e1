package dev.assay.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Told of stage changes inside the transaction that stores them, so that both happen or neither.
 */
public interface StageAnnouncer {

  /**
   * Writes what has to be sent. Must not commit and must not talk to anything but this connection.
   *
   * @param connection the open transaction
   * @param changes in the order in which they were decided; never empty
   */
  void announce(Connection connection, List<StageChanged> changes) throws SQLException;

  /** Called after the commit: there may be something to send. Must return at once. */
  default void committed() {}
}
