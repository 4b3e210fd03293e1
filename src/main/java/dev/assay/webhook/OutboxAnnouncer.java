package dev.assay.webhook;

import dev.assay.database.RoundTrip;
import dev.assay.pipeline.Announcer;
import dev.assay.scoring.step.LeadChanged;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes a message for each thing that changed of a lead, if anybody wants it, and a delivery for
 * everybody who does.
 */
@Singleton
class OutboxAnnouncer implements Announcer {

  private static final List<MessageType> ABOUT_LEADS =
      Arrays.stream(MessageType.values()).filter(MessageType::aboutLead).toList();

  private final Subscribers subscribers;
  private final Outbox outbox;
  private final SortableId ids;
  private final Clock clock;
  private final DeliveryLoop loop;

  OutboxAnnouncer(
      Subscribers subscribers, Outbox outbox, SortableId ids, Clock clock, DeliveryLoop loop) {
    this.subscribers = subscribers;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
    this.loop = loop;
  }

  @Override
  public Audience audience(RoundTrip trip) {
    Supplier<List<Subscriber>> enabled = subscribers.enabled(trip);
    return (connection, changes) -> announce(enabled.get(), connection, changes);
  }

  private Announced announce(List<Subscriber> all, Connection connection, List<LeadChanged> changes)
      throws SQLException {
    List<Message> messages = new ArrayList<>();
    List<Integer> written = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (LeadChanged change : changes) {
      int before = messages.size();
      for (MessageType type : ABOUT_LEADS) {
        if (type.tells(change)) {
          List<Subscriber> to =
              all.stream().filter(subscriber -> subscriber.wants(type, change)).toList();
          if (type.alwaysKept() || !to.isEmpty()) {
            int number = numbers.merge(change.lead(), 1, Integer::sum);
            messages.add(message(type, change, number, to));
          }
        }
      }
      written.add(messages.size() - before);
    }
    if (!messages.isEmpty()) {
      outbox.write(connection, messages, clock.instant());
    }
    boolean toSend = messages.stream().anyMatch(message -> !message.to().isEmpty());
    return new Announced(written, toSend);
  }

  /**
   * A message about a change.
   *
   * @param number among those about the lead in this transaction, from 1
   */
  private Message message(MessageType type, LeadChanged change, int number, List<Subscriber> to) {
    int sequence = change.messages() + number;
    return new Message(
        change.lead(),
        ids.next("msg"),
        type,
        Envelope.json(type, change.assessment().asOf(), LeadMessage.of(type, change, sequence)),
        sequence,
        change.cause() == null ? null : change.cause().traceparent(),
        to,
        null);
  }

  @Override
  public void committed() {
    loop.wake();
  }
}
