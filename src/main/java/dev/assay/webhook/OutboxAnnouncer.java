package dev.assay.webhook;

import dev.assay.pipeline.StageAnnouncer;
import dev.assay.pipeline.StageChanged;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Writes one message per stage change, and one delivery for every endpoint that wants it. */
@Singleton
class OutboxAnnouncer implements StageAnnouncer {

  private static final String WRITE =
      """
      with change as (
        select *
        from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
          as change (lead, id, payload, traceparent, position)
      ), written as (
        insert into message (lead, id, type, payload, created_at, traceparent)
        select lead, id, ?, payload, ?::timestamptz, traceparent
        from change
        returning lead, id, type, created_at
      )
      insert into delivery (lead, message, type, endpoint, next_attempt_at, created_at)
      select written.lead, written.id, written.type, endpoint.id, written.created_at, written.created_at
      from written
      join change using (lead, id)
      join webhook_endpoint endpoint
        on endpoint.enabled
        and (endpoint.event_types = '{}' or written.type = any (endpoint.event_types))
      order by change.position, endpoint.id
      """;

  private final SortableId ids;
  private final Clock clock;
  private final DeliveryLoop loop;

  OutboxAnnouncer(SortableId ids, Clock clock, DeliveryLoop loop) {
    this.ids = ids;
    this.clock = clock;
    this.loop = loop;
  }

  @Override
  public void announce(Connection connection, List<StageChanged> changes) throws SQLException {
    List<String> leads = changes.stream().map(StageChanged::lead).toList();
    List<String> messages = changes.stream().map(change -> ids.next("msg")).toList();
    List<String> payloads =
        changes.stream().map(change -> StageChangedMessage.of(change).toJson()).toList();
    Object[] traces = changes.stream().map(StageChanged::traceparent).toArray();
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setArray(1, connection.createArrayOf("text", leads.toArray()));
      write.setArray(2, connection.createArrayOf("text", messages.toArray()));
      write.setArray(3, connection.createArrayOf("text", payloads.toArray()));
      write.setArray(4, connection.createArrayOf("text", traces));
      write.setString(5, MessageType.LEAD_STAGE_CHANGED.wireName());
      write.setString(6, clock.instant().toString());
      write.executeUpdate();
    }
  }

  @Override
  public void committed() {
    loop.wake();
  }
}
