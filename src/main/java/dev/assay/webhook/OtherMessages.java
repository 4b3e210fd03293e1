package dev.assay.webhook;

import dev.assay.tracing.Traceparent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes messages that are about no lead, if anybody wants them. */
@Singleton
class OtherMessages {

  private final Subscribers subscribers;
  private final Outbox outbox;
  private final SortableId ids;
  private final Clock clock;

  OtherMessages(Subscribers subscribers, Outbox outbox, SortableId ids, Clock clock) {
    this.subscribers = subscribers;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Tells the endpoints that are still enabled.
   *
   * @param connection the transaction of what happened
   */
  void write(Connection connection, MessageType type, Object data) throws SQLException {
    write(connection, type, data, null);
  }

  /**
   * Tells the endpoints that are still enabled, and somebody besides.
   *
   * @param contactOf the endpoint whose contact is mailed, null for none
   */
  void write(Connection connection, MessageType type, Object data, @Nullable String contactOf)
      throws SQLException {
    List<Subscriber> to =
        subscribers.enabled(connection).stream()
            .filter(subscriber -> subscriber.wants(type))
            .toList();
    if (!to.isEmpty() || contactOf != null) {
      Instant now = clock.instant();
      String payload = Envelope.json(type, now, data);
      Message message =
          new Message(
              "", ids.next("msg"), type, payload, null, Traceparent.current(), to, contactOf);
      outbox.write(connection, List.of(message), now);
    }
  }
}
