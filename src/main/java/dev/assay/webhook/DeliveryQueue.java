package dev.assay.webhook;

import dev.assay.webhook.Answer.Answered;
import dev.assay.webhook.Answer.Unanswered;
import dev.assay.webhook.Verdict.Gone;
import dev.assay.webhook.Verdict.Retried;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The deliveries that are due, shared by all processes on the database. */
@Singleton
class DeliveryQueue {

  /** Each endpoint's first due delivery comes before any endpoint's second. */
  private static final String CLAIM =
      """
      with busy as (
        select * from unnest(?::text[], ?::integer[]) as busy (endpoint, under_way)
      ), due as (
        select waiting.*, endpoint.url, keys.kinds, keys.secrets,
          row_number() over (partition by waiting.endpoint order by waiting.next_attempt_at, waiting.id)
            as turn
        from webhook_endpoint endpoint
        left join busy on busy.endpoint = endpoint.id
        cross join lateral (
          select lead, id, message, endpoint, next_attempt_at
          from delivery
          where delivery.endpoint = endpoint.id and state = 'pending'
            and next_attempt_at <= ?::timestamptz
            and (claimed_until is null or claimed_until <= ?::timestamptz)
          order by next_attempt_at, id
          limit greatest(0, ? - coalesce(busy.under_way, 0))
          for update skip locked
        ) waiting
        left join lateral (
          select array_agg(kind order by id desc) as kinds, array_agg(sealed order by id desc) as secrets
          from signing_key
          where signing_key.endpoint = endpoint.id
            and (signs_until is null or signs_until > ?::timestamptz)
        ) keys on true
        where endpoint.enabled
      ), chosen as (
        select * from due order by turn, next_attempt_at limit ?
      )
      update delivery
      set attempts = attempts + 1, claimed_until = ?::timestamptz
      from chosen
      join message on message.lead = chosen.lead and message.id = chosen.message
      where delivery.lead = chosen.lead and delivery.id = chosen.id
      returning delivery.lead, delivery.id, delivery.attempts,
        delivery.attempts - delivery.attempts_before_replay as attempt_in_round,
        delivery.message, message.payload, message.traceparent, delivery.endpoint, chosen.url, chosen.kinds, chosen.secrets
      """;

  /** A verdict counts only while no later claim or replay has overtaken it; the log takes all. */
  private static final String RECORD =
      """
      with tried as (
        select *
        from unnest(?::text[], ?::bigint[], ?::integer[], ?::timestamptz[], ?::integer[],
            ?::integer[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
            ?::jsonb[])
          as tried (lead, delivery, number, at, millis, status, error, body, state, next, finished,
            request_headers)
      ), held as (
        select delivery.lead, delivery.id as delivery, delivery.endpoint
        from delivery
        join tried on tried.lead = delivery.lead and tried.delivery = delivery.id
        order by delivery.lead, delivery.id
        for update of delivery
      ), logged as (
        insert into attempt (lead, delivery, number, at, millis, status, error, body, request_headers)
        select lead, delivery, number, at, millis, status, error, body, request_headers
        from tried
        where exists (
          select from held where held.lead = tried.lead and held.delivery = tried.delivery)
        on conflict do nothing
      ), gone as (
        update webhook_endpoint
        set enabled = false, disabled_because = 'It answered 410 Gone.'
        where id = any (?::text[])
      )
      update delivery
      set state = tried.state, claimed_until = null,
        next_attempt_at = coalesce(tried.next, delivery.next_attempt_at),
        delivered_at = case when tried.state = 'delivered' then tried.finished end
      from tried
      where delivery.lead = tried.lead and delivery.id = tried.delivery
        and delivery.attempts = tried.number and delivery.claimed_until is not null
        and exists (select from held where held.lead = tried.lead and held.delivery = tried.delivery)
      """;

  private final AgroalDataSource database;
  private final Duration lease;
  private final int perEndpoint;

  DeliveryQueue(AgroalDataSource database, WebhookConfig config) {
    this.database = database;
    this.lease = config.sending().lease();
    this.perEndpoint = config.sending().concurrencyPerEndpoint();
  }

  /**
   * @param underWay how many deliveries this process is trying, by endpoint
   * @param limit how many more it can take
   */
  List<Claimed> claim(Map<String, Integer> underWay, int limit, Instant now) throws SQLException {
    Map<String, Integer> busy = Map.copyOf(underWay);
    try (Connection connection = database.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setArray(1, connection.createArrayOf("text", busy.keySet().toArray()));
      claim.setArray(2, connection.createArrayOf("integer", busy.values().toArray()));
      claim.setString(3, now.toString());
      claim.setString(4, now.toString());
      claim.setInt(5, perEndpoint);
      claim.setString(6, now.toString());
      claim.setInt(7, limit);
      claim.setString(8, now.plus(lease).toString());
      List<Claimed> claimed = new ArrayList<>();
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          claimed.add(
              new Claimed(
                  row.getString("lead"),
                  row.getLong("id"),
                  row.getInt("attempts"),
                  row.getInt("attempt_in_round"),
                  row.getString("message"),
                  row.getString("payload"),
                  row.getString("traceparent"),
                  row.getString("endpoint"),
                  row.getString("url"),
                  keys(row)));
        }
      }
      return claimed;
    }
  }

  private static List<SealedKey> keys(ResultSet row) throws SQLException {
    Array kinds = row.getArray("kinds");
    if (kinds == null) {
      return List.of();
    }
    String[] names = (String[]) kinds.getArray();
    byte[][] secrets = (byte[][]) row.getArray("secrets").getArray();
    List<SealedKey> keys = new ArrayList<>();
    for (int key = 0; key < names.length; key++) {
      keys.add(
          new SealedKey(
              SignatureKind.named(names[key]).orElseThrow(), new SealedSecret(secrets[key])));
    }
    return keys;
  }

  void record(List<Tried> tried) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement record = connection.prepareStatement(RECORD)) {
      Columns columns = new Columns(connection, record, tried);
      columns.add("text", one -> one.claimed().lead());
      columns.add("bigint", one -> one.claimed().delivery());
      columns.add("integer", one -> one.claimed().attempt());
      columns.add("text", one -> one.at().toString());
      columns.add("integer", one -> (int) one.took().toMillis());
      columns.add(
          "integer", one -> one.answer() instanceof Answered answered ? answered.status() : null);
      columns.add("text", one -> one.answer() instanceof Unanswered failed ? failed.error() : null);
      columns.add(
          "text", one -> one.answer() instanceof Answered answered ? answered.body() : null);
      columns.add("text", one -> one.verdict().state());
      columns.add(
          "text", one -> one.verdict() instanceof Retried retried ? retried.at().toString() : null);
      columns.add("text", one -> one.at().plus(one.took()).toString());
      columns.add("jsonb", one -> RequestHeaders.write(one.sent()));
      Object[] gone =
          tried.stream()
              .filter(one -> one.verdict() instanceof Gone)
              .map(one -> one.claimed().endpoint())
              .distinct()
              .toArray();
      record.setArray(13, connection.createArrayOf("text", gone));
      record.executeUpdate();
    }
  }

  /** Sets one array parameter after the other. */
  private static final class Columns {

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<Tried> rows;
    private int index;

    Columns(Connection connection, PreparedStatement statement, List<Tried> rows) {
      this.connection = connection;
      this.statement = statement;
      this.rows = rows;
    }

    void add(String type, Function<Tried, @Nullable Object> value) throws SQLException {
      index++;
      statement.setArray(index, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }
  }
}
