package dev.assay.webhook;

import dev.assay.target.Notice;
import dev.assay.tracing.Traceparent;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a test message at once, whether the endpoint is enabled or not, and never again. */
@Singleton
public class TryEndpoint {

  /** Written as already claimed, so that no sender takes it. */
  private static final String WRITE =
      """
      with written as (
        insert into message (lead, id, type, payload, created_at)
        values ('', ?, ?, ?, ?::timestamptz)
        returning *
      )
      insert into delivery
        (lead, message, type, endpoint, attempts, next_attempt_at, claimed_until, created_at)
      select lead, written.id, type, endpoint.id, 1, written.created_at, ?::timestamptz, written.created_at
      from written
      join webhook_endpoint endpoint on endpoint.id = ?
      returning id, (select kind from webhook_endpoint where id = endpoint),
        (select url from webhook_endpoint where id = endpoint)
      """;

  private final AgroalDataSource database;
  private final Courier courier;
  private final DeliveryQueue queue;
  private final Deliveries deliveries;
  private final SigningKeys keys;
  private final EndpointTargets targets;
  private final SortableId ids;
  private final Clock clock;
  private final Duration lease;

  TryEndpoint(
      AgroalDataSource database,
      Courier courier,
      DeliveryQueue queue,
      Deliveries deliveries,
      SigningKeys keys,
      EndpointTargets targets,
      SortableId ids,
      Clock clock,
      WebhookConfig config) {
    this.database = database;
    this.courier = courier;
    this.queue = queue;
    this.deliveries = deliveries;
    this.keys = keys;
    this.targets = targets;
    this.ids = ids;
    this.clock = clock;
    this.lease = config.sending().lease();
  }

  /**
   * Sends and waits for the outcome.
   *
   * @return the delivery with its one attempt
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is no such endpoint (404)
   */
  public DeliveryDetail send(String endpoint) throws SQLException {
    Claimed claimed =
        write(endpoint, clock.instant()).orElseThrow(() -> Problems.unknownEndpoint(endpoint));
    Tried tried = courier.send(claimed).join();
    queue.recordTest(tried.withoutRetry());
    return deliveries.get(claimed.delivery());
  }

  private Optional<Claimed> write(String endpoint, Instant now) throws SQLException {
    String message = ids.next("msg");
    String payload = Envelope.json(MessageType.ENDPOINT_TEST, now, data(endpoint));
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setString(1, message);
      write.setString(2, MessageType.ENDPOINT_TEST.wireName());
      write.setString(3, payload);
      write.setString(4, now.toString());
      write.setString(5, now.plus(lease).toString());
      write.setString(6, endpoint);
      try (ResultSet row = write.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Claimed(
                    "",
                    row.getLong("id"),
                    1,
                    1,
                    message,
                    payload,
                    Traceparent.current(),
                    endpoint,
                    EndpointKind.of(row.getString("kind")),
                    row.getString("url"),
                    null,
                    new SealedKeys(
                        keys.signing(endpoint, now).stream()
                            .map(SigningKeys.Stored::key)
                            .toList())))
            : Optional.empty();
      }
    }
  }

  /** Other kinds show people a lead, so they are given one that does not exist. */
  private Map<String, @Nullable Object> data(String endpoint) throws SQLException {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    if (targets.find(endpoint).stream().anyMatch(one -> one.kind() != EndpointKind.WEBHOOK)) {
      data.putAll(Notice.example().data());
      // Nobody is to be mailed for it.
      data.put("owner", null);
    }
    data.put("endpoint", endpoint);
    return data;
  }
}
