package dev.assay.webhook;

import dev.assay.pipeline.Columns;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages and their deliveries, written in the transaction of what they tell of. */
@Singleton
class Outbox {

  private static final String WRITE =
      """
      with written as (
        insert into message (lead, id, type, payload, sequence, traceparent, created_at)
        select lead, id, type, payload, sequence, traceparent, ?::timestamptz
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[])
          as message (lead, id, type, payload, sequence, traceparent)
      )
      insert into delivery
        (lead, message, type, sequence, endpoint, to_contact, next_attempt_at, created_at)
      select lead, message, type, sequence, endpoint, to_contact, ?::timestamptz, ?::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::boolean[])
        with ordinality
        as delivery (lead, message, type, sequence, endpoint, to_contact, position)
      order by position
      """;

  /** What is under way keeps its claim: whether it arrives is told when its try ends. */
  private static final String SUPERSEDE =
      """
      with older as (
        select delivery.lead, delivery.id
        from unnest(?::text[], ?::text[], ?::text[]) as newer (lead, type, endpoint)
        join delivery using (lead, type, endpoint)
        where delivery.state = 'pending'
        order by delivery.lead, delivery.id
        for update of delivery
      )
      update delivery set state = 'superseded'
      from older
      where delivery.lead = older.lead and delivery.id = older.id
      """;

  /** A message for one of those who want it, or for the contact of one. */
  private record Addressed(
      Message message, String endpoint, boolean toContact, boolean latestOnly) {

    static Stream<Addressed> of(Message message) {
      return Stream.concat(
          message.to().stream()
              .map(
                  to -> new Addressed(message, to.id(), false, to.order() == Ordering.LATEST_ONLY)),
          Stream.ofNullable(message.contactOf())
              .map(endpoint -> new Addressed(message, endpoint, true, false)));
    }
  }

  void write(Connection connection, List<Message> messages, Instant now) throws SQLException {
    List<Addressed> addressed = messages.stream().flatMap(Addressed::of).toList();
    supersede(
        connection,
        addressed.stream()
            .filter(one -> one.message.sequence() != null && one.latestOnly)
            .toList());
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setString(1, now.toString());
      new Columns<>(write, messages, 2)
          .text(Message::lead)
          .text(Message::id)
          .text(message -> message.type().wireName())
          .text(Message::payload)
          .integer(Message::sequence)
          .text(Message::traceparent);
      write.setString(8, now.toString());
      write.setString(9, now.toString());
      new Columns<>(write, addressed, 10)
          .text(one -> one.message.lead())
          .text(one -> one.message.id())
          .text(one -> one.message.type().wireName())
          .integer(one -> one.message.sequence())
          .text(Addressed::endpoint)
          .bool(Addressed::toContact);
      write.executeUpdate();
    } catch (SQLException refusal) {
      throw removed(refusal) ? again(refusal) : refusal;
    }
  }

  private static void supersede(Connection connection, List<Addressed> newer) throws SQLException {
    if (newer.isEmpty()) {
      return;
    }
    try (PreparedStatement supersede = connection.prepareStatement(SUPERSEDE)) {
      new Columns<>(supersede, newer)
          .text(one -> one.message.lead())
          .text(one -> one.message.type().wireName())
          .text(Addressed::endpoint);
      supersede.executeUpdate();
    }
  }

  /** Whether an endpoint that was to get something is no longer there. */
  private static boolean removed(SQLException refusal) {
    return "23503".equals(refusal.getSQLState());
  }

  /** Serialization failures are tried again, and so finds who is there then. */
  private static SQLException again(@Nullable SQLException refusal) {
    return new SQLException("an endpoint was removed meanwhile", "40001", refusal);
  }
}
