package dev.assay.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers what waits for endpoints that want digests. One statement takes the waiting deliveries
 * and writes the digest that stands for them, so none is lost and none is in two; processes pass
 * over endpoints that another has locked.
 */
@Singleton
class Digests {

  private static final String GATHER =
      """
      with due as (
        select id, digest_seconds from webhook_endpoint
        where enabled and digest_seconds is not null and digest_next_at <= ?::timestamptz
          and exists (
            select from delivery
            where delivery.endpoint = webhook_endpoint.id and state = 'pending' and lead <> '')
        order by digest_next_at, id
        limit 1
        for no key update skip locked
      ), gathered as (
        update delivery set state = 'superseded', digest = ?
        from due
        where delivery.endpoint = due.id and delivery.state = 'pending' and delivery.lead <> ''
        returning delivery.lead
      ), written as (
        insert into message (lead, id, type, payload, created_at)
        select '', ?, ?, ?, ?::timestamptz
        from due where exists (select from gathered)
        returning id, type, created_at
      ), sent as (
        insert into delivery (lead, message, type, endpoint, next_attempt_at, created_at)
        select '', written.id, written.type, due.id, written.created_at, written.created_at
        from written, due
      )
      update webhook_endpoint
      set digest_next_at = ?::timestamptz + due.digest_seconds * interval '1 second'
      from due
      where webhook_endpoint.id = due.id
      """;

  private static final String GATHERED =
      """
      select distinct on (delivery.lead) message.payload
      from delivery
      join message on message.lead = delivery.lead and message.id = delivery.message
      where delivery.digest = ?
      order by delivery.lead, delivery.id desc
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AgroalDataSource database;
  private final SortableId ids;

  Digests(AgroalDataSource database, SortableId ids) {
    this.database = database;
    this.ids = ids;
  }

  /**
   * Writes the digests that are due.
   *
   * @return how many
   */
  int gather(Instant now) throws SQLException {
    int digests = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement gather = connection.prepareStatement(GATHER)) {
      boolean more = true;
      while (more) {
        String message = ids.next("msg");
        gather.setString(1, now.toString());
        gather.setString(2, message);
        gather.setString(3, message);
        gather.setString(4, MessageType.LEAD_DIGEST.wireName());
        gather.setString(5, envelope(now).toString());
        gather.setString(6, now.toString());
        gather.setString(7, now.toString());
        more = gather.executeUpdate() > 0;
        digests += more ? 1 : 0;
      }
    }
    return digests;
  }

  /** The digest with what is known of its leads, best first. */
  String filled(String message, String payload) throws SQLException {
    List<JsonNode> leads = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(GATHERED)) {
      select.setString(1, message);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          leads.add(EndpointTargets.read(row.getString("payload")).path("data"));
        }
      }
    }
    leads.sort(
        Comparator.comparingInt((JsonNode lead) -> lead.path("score").asInt())
            .reversed()
            .thenComparing(lead -> lead.path("lead").asText()));
    ObjectNode filled = (ObjectNode) EndpointTargets.read(payload);
    ArrayNode listed = filled.withObject("/data").putArray("leads");
    listed.addAll(leads);
    return filled.toString();
  }

  /** Without leads: these are read when it is sent. */
  private static ObjectNode envelope(Instant now) {
    ObjectNode envelope = JSON.createObjectNode();
    envelope
        .put("type", MessageType.LEAD_DIGEST.wireName())
        .put("version", 1)
        .put("timestamp", now.toString())
        .putObject("data");
    return envelope;
  }
}
