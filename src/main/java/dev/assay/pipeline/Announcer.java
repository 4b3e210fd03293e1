package dev.assay.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Told of changes inside the transaction that stores them, so that both happen or neither. */
public interface Announcer {

  /**
   * Writes what has to be sent. Must not commit and must not talk to anything but this connection.
   *
   * @param connection the open transaction, in which the leads are locked
   * @param changes at most one of each lead; never empty
   * @return how many messages were written about each, in the same order
   */
  List<Integer> announce(Connection connection, List<LeadChanged> changes) throws SQLException;

  /** Called after the commit: there may be something to send. Must return at once. */
  default void committed() {}
}
