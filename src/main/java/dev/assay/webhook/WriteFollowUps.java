package dev.assay.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes reminders into the outbox, and what was reminded of. */
@Singleton
class WriteFollowUps {

  private static final String WRITE =
      """
      with due as (
        select * from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::integer[], ?::boolean[])
          as due (lead, stage_change, id, payload, sequence, wanted)
      ), reminded as (
        insert into follow_up (lead, stage_change, endpoint)
        select lead, stage_change, ? from due
        returning lead
      ), counted as (
        update lead set messages = due.sequence from due
        where due.wanted and lead.lead = due.lead
      ), written as (
        insert into message (lead, id, type, payload, sequence, created_at)
        select lead, id, ?, payload, sequence, ?::timestamptz from due where wanted
        returning lead, id, type, sequence, created_at
      )
      insert into delivery (lead, message, type, sequence, endpoint, next_attempt_at, created_at)
      select lead, id, type, sequence, ?, created_at, created_at from written order by lead
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SortableId ids;

  WriteFollowUps(SortableId ids) {
    this.ids = ids;
  }

  /** One message each, for the endpoint alone; what its filter does not admit is only noted. */
  void write(
      Connection connection,
      String endpoint,
      EndpointFilter filter,
      List<DueFollowUp> due,
      Instant now)
      throws SQLException {
    if (due.isEmpty()) {
      return;
    }
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      set(write, 1, "text", due.stream().map(DueFollowUp::lead).toArray());
      set(write, 2, "integer", due.stream().map(DueFollowUp::stageChange).toArray());
      set(write, 3, "text", due.stream().map(one -> ids.next("msg")).toArray());
      set(write, 4, "text", due.stream().map(one -> payload(one, now)).toArray());
      set(write, 5, "integer", due.stream().map(one -> one.messages() + 1).toArray());
      set(write, 6, "boolean", due.stream().map(one -> one.passes(filter)).toArray());
      write.setString(7, endpoint);
      write.setString(8, MessageType.LEAD_FOLLOWUP_DUE.wireName());
      write.setString(9, now.toString());
      write.setString(10, endpoint);
      write.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, int index, String type, Object[] values)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }

  private static String payload(DueFollowUp due, Instant now) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("type", MessageType.LEAD_FOLLOWUP_DUE.wireName());
    envelope.put("version", 1);
    envelope.put("timestamp", now.toString());
    envelope.put("data", due.data());
    try {
      return JSON.writeValueAsString(envelope);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Plain records can be written as JSON", impossible);
    }
  }
}
