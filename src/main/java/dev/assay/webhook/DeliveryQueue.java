package dev.assay.webhook;

import dev.assay.database.Transaction;
import dev.assay.webhook.Answer.Answered;
import dev.assay.webhook.Answer.Unanswered;
import dev.assay.webhook.Verdict.Retried;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The deliveries that are due, shared by all processes on the database. */
@Singleton
class DeliveryQueue {

  /** Each endpoint's first due delivery comes before any endpoint's second. */
  private static final String CLAIM =
      """
      with busy as (
        select * from unnest(?::text[], ?::integer[]) as busy (endpoint, under_way)
      ), due as (
        select waiting.*, endpoint.kind, endpoint.url, keys.kinds, keys.secrets,
          row_number() over (partition by waiting.endpoint order by waiting.next_attempt_at, waiting.id)
            as turn
        from webhook_endpoint endpoint
        left join busy on busy.endpoint = endpoint.id
        cross join lateral (
          select count(*) as leased
          from (
            select claimed_until from delivery
            where endpoint.restrained and delivery.endpoint = endpoint.id and state = 'pending'
              and not to_contact and next_attempt_at <= ?::timestamptz
            order by next_attempt_at, id
            limit 1000
          ) front
          where claimed_until > ?::timestamptz
        ) leases
        cross join lateral (
          select lead, id, message, endpoint, next_attempt_at
          from delivery
          where delivery.endpoint = endpoint.id and state = 'pending' and not to_contact
            -- What is about a lead waits to be gathered.
            and (endpoint.digest_seconds is null or lead = '')
            and next_attempt_at <= ?::timestamptz
            and (claimed_until is null or claimed_until <= ?::timestamptz)
            and (endpoint.ordering <> 'strict' or not exists (
              select from delivery earlier
              where earlier.lead = delivery.lead and earlier.endpoint = delivery.endpoint
                and earlier.state = 'pending' and earlier.sequence < delivery.sequence))
          order by next_attempt_at, id
          limit greatest(0, least(?,
            coalesce(endpoint.at_once - leased, ? - coalesce(busy.under_way, 0)),
            ? - coalesce(busy.under_way, 0),
            case when endpoint.paused_until is null then endpoint.ramp else 1 end - leased,
            floor(endpoint.per_second
              * (1 - extract(epoch from greatest(endpoint.paced_until - ?::timestamptz, '0'))))))
          for update skip locked
        ) waiting
        left join lateral (
          select array_agg(kind order by id desc) as kinds, array_agg(sealed order by id desc) as secrets
          from signing_key
          where signing_key.endpoint = endpoint.id
            and (signs_until is null or signs_until > ?::timestamptz)
        ) keys on true
        where endpoint.enabled and (not endpoint.restrained or endpoint.id = any (?::text[]))
      ), chosen as (
        select * from due order by turn, next_attempt_at limit ?
      ), paced as (
        update webhook_endpoint endpoint
        set paced_until = greatest(paced_until, ?::timestamptz)
          + taken.number * interval '1 second' / per_second
        from (select endpoint, count(*) as number from chosen group by endpoint) taken
        where endpoint.id = taken.endpoint and per_second is not null
      )
      update delivery
      set attempts = attempts + 1, claimed_until = ?::timestamptz
      from chosen
      join message on message.lead = chosen.lead and message.id = chosen.message
      where delivery.lead = chosen.lead and delivery.id = chosen.id
      returning delivery.lead, delivery.id, delivery.attempts,
        delivery.attempts - delivery.attempts_before_replay as attempt_in_round,
        delivery.message, message.payload, message.traceparent, delivery.endpoint, chosen.kind, chosen.url, chosen.kinds, chosen.secrets
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
      )
      update delivery
      set state = case
          when delivery.state = 'superseded' and tried.state <> 'delivered' then delivery.state
          else tried.state end,
        claimed_until = null,
        next_attempt_at = coalesce(tried.next, delivery.next_attempt_at),
        delivered_at = case when tried.state = 'delivered' then tried.finished end
      from tried
      where delivery.lead = tried.lead and delivery.id = tried.delivery
        and delivery.attempts = tried.number and delivery.claimed_until is not null
        and exists (select from held where held.lead = tried.lead and held.delivery = tried.delivery)
      """;

  private final AgroalDataSource database;
  private final KeepHealth keepHealth;
  private final Duration lease;
  private final int perEndpoint;
  private final int concurrency;

  DeliveryQueue(AgroalDataSource database, KeepHealth keepHealth, WebhookConfig config) {
    this.database = database;
    this.keepHealth = keepHealth;
    this.lease = config.sending().lease();
    this.perEndpoint = config.sending().concurrencyPerEndpoint();
    this.concurrency = config.sending().concurrency();
  }

  /**
   * @param underWay how many deliveries this process is trying, by endpoint
   * @param limit how many more it can take
   */
  List<Claimed> claim(Map<String, Integer> underWay, int limit, Instant now) throws SQLException {
    return Transaction.run(
        database,
        connection -> {
          String[] restrained = keepHealth.lockRestrained(connection, now);
          return claim(connection, Map.copyOf(underWay), limit, restrained, now);
        });
  }

  /**
   * The fewer tries this process can still begin, the fewer go to one endpoint, so that many that
   * hang leave room for others. (One that asked for more may have half of all.)
   */
  private int fairShare(Map<String, Integer> busy) {
    int free = concurrency - busy.values().stream().mapToInt(Integer::intValue).sum();
    return Math.max(1, (perEndpoint * free + concurrency - 1) / concurrency);
  }

  private List<Claimed> claim(
      Connection connection, Map<String, Integer> busy, int limit, String[] restrained, Instant now)
      throws SQLException {
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      int next = 1;
      claim.setArray(next++, connection.createArrayOf("text", busy.keySet().toArray()));
      claim.setArray(next++, connection.createArrayOf("integer", busy.values().toArray()));
      for (int moment = 0; moment < 4; moment++) {
        claim.setString(next++, now.toString());
      }
      claim.setInt(next++, limit);
      claim.setInt(next++, fairShare(busy));
      claim.setInt(next++, Math.max(1, concurrency / 2));
      claim.setString(next++, now.toString());
      claim.setString(next++, now.toString());
      claim.setArray(next++, connection.createArrayOf("text", restrained));
      claim.setInt(next++, limit);
      claim.setString(next++, now.toString());
      claim.setString(next, now.plus(lease).toString());
      List<Claimed> claimed = new ArrayList<>();
      Map<String, SealedKeys> byEndpoint = new HashMap<>();
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          SealedKeys keys = byEndpoint.get(row.getString("endpoint"));
          if (keys == null) {
            keys = new SealedKeys(SealedKey.all(row));
            byEndpoint.put(row.getString("endpoint"), keys);
          }
          claimed.add(Claimed.read(row, null, keys));
        }
      }
      return claimed;
    }
  }

  /** Records tries and what they say of their endpoints. */
  void record(List<Tried> tried) throws SQLException {
    Instant now = tried.stream().map(Tried::ended).max(Comparator.naturalOrder()).orElseThrow();
    Transaction.run(
        database,
        connection -> {
          record(connection, tried);
          return keepHealth.update(connection, Outcome.of(tried), now);
        });
  }

  /** Records a try on request, whatever came of which the endpoint stays as it is. */
  void recordTest(Tried tried) throws SQLException {
    try (Connection connection = database.getConnection()) {
      record(connection, List.of(tried));
    }
  }

  private static void record(Connection connection, List<Tried> tried) throws SQLException {
    try (PreparedStatement record = connection.prepareStatement(RECORD)) {
      TriedColumns columns = new TriedColumns(connection, record, tried);
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
      columns.add("text", one -> one.ended().toString());
      columns.add("jsonb", one -> RequestHeaders.write(one.sent()));
      record.executeUpdate();
    }
  }
}
