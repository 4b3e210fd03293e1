package dev.assay.webhook;

import dev.assay.database.RoundTrip;
import dev.assay.pipeline.Columns;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Messages and their deliveries, written in the transaction of what they tell of. */
@Singleton
class Outbox {

  private static final String MESSAGES =
      """
      insert into message (created_at, lead, id, type, payload, sequence, traceparent)
      select ?, *
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[])
      """;

  private static final String DELIVERIES =
      """
      insert into delivery
        (next_attempt_at, created_at, lead, message, type, sequence, endpoint, to_contact)
      select ?, ?, lead, message, type, sequence, endpoint, to_contact
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

  /**
   * Writes them.
   *
   * @throws SQLException with the state 23503 if an endpoint was removed meanwhile
   */
  void write(Connection connection, List<Message> messages, Instant now) throws SQLException {
    RoundTrip trip = new RoundTrip();
    List<Addressed> addressed = messages.stream().flatMap(Addressed::of).toList();
    supersede(
        trip,
        addressed.stream()
            .filter(one -> one.message.sequence() != null && one.latestOnly)
            .toList());
    trip.update(
        MESSAGES,
        Columns.of(
            messages,
            columns ->
                columns
                    .always(now)
                    .text(Message::lead)
                    .text(Message::id)
                    .text(message -> message.type().wireName())
                    .text(Message::payload)
                    .integer(Message::sequence)
                    .text(Message::traceparent)));
    if (!addressed.isEmpty()) {
      trip.update(
          DELIVERIES,
          Columns.of(
              addressed,
              columns ->
                  columns
                      .always(now)
                      .always(now)
                      .text(one -> one.message.lead())
                      .text(one -> one.message.id())
                      .text(one -> one.message.type().wireName())
                      .integer(one -> one.message.sequence())
                      .text(Addressed::endpoint)
                      .bool(Addressed::toContact)));
    }
    trip.run(connection);
  }

  private static void supersede(RoundTrip trip, List<Addressed> newer) {
    if (!newer.isEmpty()) {
      trip.update(
          SUPERSEDE,
          Columns.of(
              newer,
              columns ->
                  columns
                      .text(one -> one.message.lead())
                      .text(one -> one.message.type().wireName())
                      .text(Addressed::endpoint)));
    }
  }
}
