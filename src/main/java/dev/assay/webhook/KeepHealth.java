package dev.assay.webhook;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how endpoints fare, and acts on it: the circuit breaker, slowing down and disabling.
 *
 * <p>An endpoint is paused when it says that it is overloaded, or after ten failures in a row.
 * After the pause, half as long as it has been failing, it is probed with one delivery at a time. A
 * success ends this, and as many more go at once as succeed.
 */
@Singleton
class KeepHealth {

  /** Failures in a row that open the circuit. */
  static final int MOST_FAILURES = 10;

  private static final String LOCK =
      """
      select id from webhook_endpoint
      where enabled and restrained and (paused_until is null or paused_until <= ?::timestamptz)
      for no key update skip locked
      """;

  /** An endpoint that fares well is not written to. */
  private static final String UPDATE =
      """
      with seen as (
        select endpoint.id, endpoint.paused_until, endpoint.ramp,
          coalesce(endpoint.at_once, ?::integer) as at_once,
          outcome.successes, outcome.failures as failed, outcome.pause,
          outcome.failures + case when outcome.successes > 0 then 0 else endpoint.failures end
            as failures,
          case
            when outcome.failures = 0 then null
            when outcome.successes > 0 then outcome.since
            else coalesce(endpoint.failing_since, outcome.since)
          end as failing_since
        from unnest(?::text[], ?::integer[], ?::integer[], ?::timestamptz[], ?::timestamptz[])
          as outcome (endpoint, successes, failures, since, pause)
        join webhook_endpoint endpoint on endpoint.id = outcome.endpoint
        where outcome.failures > 0 or outcome.pause is not null
          or endpoint.failures > 0 or endpoint.paused_until is not null or endpoint.ramp is not null
        order by endpoint.id
        for no key update of endpoint
      ), judged as (
        select *,
          case
            when pause is not null or failed > 0 and failures >= ?::integer then
              greatest(paused_until, pause, ?::timestamptz
                + least(greatest((?::timestamptz - failing_since) / 2, interval '5 seconds'),
                  interval '5 minutes'))
            when failed = 0 and paused_until <= ?::timestamptz then null
            else paused_until
          end as pause_now
        from seen
      )
      update webhook_endpoint endpoint
      set failures = judged.failures, failing_since = judged.failing_since,
        paused_until = pause_now,
        ramp = case
          when pause_now is not null then 1
          when judged.ramp + judged.successes < judged.at_once then judged.ramp + judged.successes
        end
      from judged
      where endpoint.id = judged.id
      """;

  private static final String DISABLE =
      """
      update webhook_endpoint
      set enabled = false,
        disabled_because = case
          when id = any (?::text[]) then 'It answered 410 Gone.'
          else 'It failed for five days without one success.'
        end
      where enabled and (id = any (?::text[])
        or id = any (?::text[]) and failing_since <= ?::timestamptz - interval '5 days')
      returning id, description, disabled_because, contact is not null as has_contact
      """;

  private final OtherMessages messages;
  private final int perEndpoint;

  KeepHealth(OtherMessages messages, WebhookConfig config) {
    this.messages = messages;
    this.perEndpoint = config.sending().concurrencyPerEndpoint();
  }

  /**
   * An endpoint that nothing is sent to any more, as {@code endpoint.disabled} tells of it. The URL
   * is not in it: it may hold a secret.
   */
  record Disabled(String endpoint, @Nullable String description, String because) {}

  /**
   * Locks the endpoints that one process at a time may claim from, as far as no other has them.
   *
   * @return those that may be sent to
   */
  String[] lockRestrained(Connection connection, Instant now) throws SQLException {
    List<String> endpoints = new ArrayList<>();
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, now.toString());
      try (ResultSet row = lock.executeQuery()) {
        while (row.next()) {
          endpoints.add(row.getString("id"));
        }
      }
    }
    return endpoints.toArray(String[]::new);
  }

  /**
   * Takes in what came of some tries, in the transaction that records them. Of an endpoint that is
   * disabled the others are told, and its contact.
   *
   * @return the endpoints disabled by it
   */
  List<Disabled> update(Connection connection, List<Outcome> outcomes, Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setInt(1, perEndpoint);
      update.setArray(2, array(connection, "text", outcomes, Outcome::endpoint));
      update.setArray(3, array(connection, "integer", outcomes, Outcome::successes));
      update.setArray(4, array(connection, "integer", outcomes, Outcome::failures));
      update.setArray(5, array(connection, "text", outcomes, one -> text(one.failingSince())));
      update.setArray(6, array(connection, "text", outcomes, one -> text(one.pausedUntil())));
      update.setInt(7, MOST_FAILURES);
      for (int parameter = 8; parameter <= 10; parameter++) {
        update.setString(parameter, now.toString());
      }
      update.executeUpdate();
    }
    List<Outcome> failing = outcomes.stream().filter(one -> one.failures() > 0).toList();
    return failing.isEmpty() ? List.of() : disable(connection, failing, now);
  }

  private List<Disabled> disable(Connection connection, List<Outcome> failing, Instant now)
      throws SQLException {
    List<Outcome> gone = failing.stream().filter(Outcome::gone).toList();
    List<Disabled> disabled = new ArrayList<>();
    Set<String> withContact = new HashSet<>();
    try (PreparedStatement disable = connection.prepareStatement(DISABLE)) {
      disable.setArray(1, array(connection, "text", gone, Outcome::endpoint));
      disable.setArray(2, array(connection, "text", gone, Outcome::endpoint));
      disable.setArray(3, array(connection, "text", failing, Outcome::endpoint));
      disable.setString(4, now.toString());
      try (ResultSet row = disable.executeQuery()) {
        while (row.next()) {
          disabled.add(
              new Disabled(
                  row.getString("id"),
                  row.getString("description"),
                  row.getString("disabled_because")));
          if (row.getBoolean("has_contact")) {
            withContact.add(row.getString("id"));
          }
        }
      }
    }
    for (Disabled one : disabled) {
      String contactOf = withContact.contains(one.endpoint()) ? one.endpoint() : null;
      messages.write(connection, MessageType.ENDPOINT_DISABLED, one, contactOf);
    }
    return disabled;
  }

  private static Array array(
      Connection connection,
      String type,
      List<Outcome> outcomes,
      Function<Outcome, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, outcomes.stream().map(value).toArray());
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
