package dev.assay.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this process may try until its lease ends.
 *
 * @param attempt counts all tries of the delivery; a later claim has a higher one
 * @param attemptInRound counts from 1 again after a replay
 * @param message the {@code webhook-id}
 * @param contact who is mailed in place of the endpoint, null when the endpoint is told
 * @param keys the message is signed with each of them
 * @param traceparent the trace of the event that caused the message, null for none
 */
record Claimed(
    String lead,
    long delivery,
    int attempt,
    int attemptInRound,
    String message,
    String payload,
    @Nullable String traceparent,
    String endpoint,
    EndpointKind kind,
    String url,
    @Nullable String contact,
    SealedKeys keys) {

  /** What is claimed, in the columns of the same names, kind and url of its endpoint among them. */
  static Claimed read(ResultSet row, @Nullable String contact, SealedKeys keys)
      throws SQLException {
    return new Claimed(
        row.getString("lead"),
        row.getLong("id"),
        row.getInt("attempts"),
        row.getInt("attempt_in_round"),
        row.getString("message"),
        row.getString("payload"),
        row.getString("traceparent"),
        row.getString("endpoint"),
        EndpointKind.of(row.getString("kind")),
        row.getString("url"),
        contact,
        keys);
  }
}
