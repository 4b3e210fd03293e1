package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import dev.assay.scoring.step.LeadChanged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Told of changes inside the transaction that stores them, so that both happen or neither. */
public interface Announcer {

  /**
   * Asks who is to be told, in the round trip that locks the leads.
   *
   * @return to be told of changes when the round trip has run
   */
  Audience audience(RoundTrip trip);

  /** Called after the commit if there is something to send. Must return at once. */
  default void committed() {}

  /** Those who are told of the changes of one transaction. */
  @FunctionalInterface
  interface Audience {

    /**
     * Writes what has to be sent. Must not commit and must not talk to anything but this
     * connection.
     *
     * @param connection the open transaction, in which the leads are locked
     * @param changes in the order in which they came about, maybe several of a lead; never empty
     */
    Announced announce(Connection connection, List<LeadChanged> changes) throws SQLException;
  }

  /**
   * What was written.
   *
   * @param messages how many about each change, in the same order
   * @param toSend whether any of them is to be sent to somebody, and not only kept
   */
  record Announced(List<Integer> messages, boolean toSend) {}
}
