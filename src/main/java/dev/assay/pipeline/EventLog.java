package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import dev.assay.scoring.step.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The events, each stored once and for ever. */
final class EventLog {

  /** The identity of an event. */
  record Id(String lead, String source, String id) implements Comparable<Id> {
    private static final Comparator<Id> ORDER =
        Comparator.comparing(Id::lead).thenComparing(Id::source).thenComparing(Id::id);

    @Override
    public int compareTo(Id that) {
      return ORDER.compare(this, that);
    }
  }

  /**
   * What the log holds under an id.
   *
   * @param fresh whether it was appended just now
   * @param digests of the events that are stored: one, or more where leads were merged that each
   *     had an event of that id
   */
  record Entry(boolean fresh, List<byte[]> digests) {

    Entry and(Entry other) {
      List<byte[]> both = new ArrayList<>(digests);
      both.addAll(other.digests);
      return new Entry(fresh || other.fresh, both);
    }
  }

  private static final String APPEND =
      """
      INSERT INTO event
          (lead, source, id, type, subject, occurred_at, received_at, properties, digest)
      SELECT lead, source, id, type, subject, %s, %s, properties::jsonb, digest
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
          AS e (lead, source, id, type, subject, occurred_at, received_at, properties, digest)
      ON CONFLICT DO NOTHING
      """
          .formatted(Columns.TIME.formatted("occurred_at"), Columns.TIME.formatted("received_at"));

  /** A row is fresh if it was this transaction that wrote it. */
  private static final String STORED =
      """
      SELECT k.lead, k.source, k.id, e.digest, e.xmin = pg_current_xact_id()::xid AS fresh
      FROM unnest(?, ?, ?) AS k (lead, source, id)
      CROSS JOIN LATERAL (
          SELECT digest, xmin FROM event
          WHERE lead = k.lead AND source = k.source AND id = k.id
          UNION ALL
          SELECT digest, xmin FROM event
          WHERE lead = k.lead AND source = k.source AND posted_id = k.id) AS e
      """;

  /**
   * An event to be appended.
   *
   * @param at when it was received
   */
  record Row(Event event, Instant at) {}

  private final List<Map.Entry<Id, Row>> rows;
  private int fresh;

  private EventLog(List<Map.Entry<Id, Row>> rows) {
    this.rows = rows;
  }

  /**
   * Appends what is new. Events go in the order of their ids, so that transactions that append the
   * same ones wait for each other in one direction only.
   *
   * @return to be asked for the entries when the round trip has run
   */
  static EventLog append(RoundTrip trip, Map<Id, Row> events) {
    EventLog log = new EventLog(List.copyOf(new TreeMap<>(events).entrySet()));
    if (!events.isEmpty()) {
      trip.update(
          APPEND,
          Columns.of(
              log.rows,
              columns ->
                  columns
                      .text(row -> row.getKey().lead())
                      .text(row -> row.getKey().source())
                      .text(row -> row.getKey().id())
                      .text(row -> row.getValue().event().type())
                      .text(row -> row.getValue().event().subject())
                      .time(row -> row.getValue().event().occurredAt())
                      .time(row -> row.getValue().at())
                      .text(row -> row.getValue().event().properties())
                      .bytes(row -> row.getValue().event().digest())),
          count -> log.fresh = count);
    }
    return log;
  }

  /** What the log holds under the ids of the events now. */
  Map<Id, Entry> entries(Connection connection) throws SQLException {
    if (fresh == rows.size()) {
      return rows.stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  row -> new Entry(true, List.of(row.getValue().event().digest()))));
    }
    return look(connection, rows);
  }

  /** Asked only when something was not new, because most batches repeat nothing. */
  private static Map<Id, Entry> look(Connection connection, List<Map.Entry<Id, Row>> rows)
      throws SQLException {
    Map<Id, Entry> entries = new HashMap<>();
    List<Id> ids = rows.stream().map(Map.Entry::getKey).toList();
    try (PreparedStatement select = connection.prepareStatement(STORED)) {
      Columns.of(ids, columns -> columns.text(Id::lead).text(Id::source).text(Id::id))
          .bind(select, 1);
      try (ResultSet stored = select.executeQuery()) {
        while (stored.next()) {
          entries.merge(
              id(stored),
              new Entry(stored.getBoolean("fresh"), List.of(stored.getBytes("digest"))),
              Entry::and);
        }
      }
    }
    if (!entries.keySet().containsAll(ids)) {
      throw Again.because("an event was erased meanwhile");
    }
    return entries;
  }

  private static Id id(ResultSet row) throws SQLException {
    return new Id(row.getString("lead"), row.getString("source"), row.getString("id"));
  }
}
