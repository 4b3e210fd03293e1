package dev.assay.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Picks the leads that are to be assessed again next. */
@FunctionalInterface
public interface PickLeads {

  /**
   * Locks leads in the transaction in which they are then assessed. It has to pass over those that
   * are locked already ({@code FOR UPDATE SKIP LOCKED}): so several processes share the work, each
   * lead is picked once, and nobody waits in a circle.
   *
   * @param now the moment as of which they will be assessed
   * @param publication of the newest rules by which they will be
   * @param most how many to pick at most
   * @return their keys, none when nothing is left to do
   */
  List<String> pick(Connection connection, Instant now, int publication, int most)
      throws SQLException;
}
