package dev.assay.webhook;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Mails the contacts of endpoints: deliveries like others, with lease, retries and log, but sent
 * while their endpoint is disabled. They are few, and so kept away from the claim of all others.
 */
@Singleton
class MailContacts {

  private static final Logger LOG = Logger.getLogger(MailContacts.class);

  private static final String CLAIM =
      """
      with due as (
        select lead, id, message, endpoint from delivery
        where to_contact and state = 'pending' and next_attempt_at <= ?::timestamptz
          and (claimed_until is null or claimed_until <= ?::timestamptz)
        order by next_attempt_at, id
        limit 20
        for update skip locked
      )
      update delivery
      set attempts = attempts + 1, claimed_until = ?::timestamptz
      from due
      join message on message.lead = due.lead and message.id = due.message
      join webhook_endpoint endpoint on endpoint.id = due.endpoint
      where delivery.lead = due.lead and delivery.id = due.id
      returning delivery.lead, delivery.id, delivery.attempts,
        delivery.attempts - delivery.attempts_before_replay as attempt_in_round,
        delivery.message, message.payload, message.traceparent, delivery.endpoint, endpoint.kind,
        endpoint.url, coalesce(endpoint.contact, '') as contact
      """;

  private final AgroalDataSource database;
  private final Courier courier;
  private final DeliveryQueue queue;
  private final Clock clock;
  private final WebhookConfig.Sending config;

  MailContacts(
      AgroalDataSource database,
      Courier courier,
      DeliveryQueue queue,
      Clock clock,
      WebhookConfig config) {
    this.database = database;
    this.courier = courier;
    this.queue = queue;
    this.clock = clock;
    this.config = config.sending();
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void now() {
    if (config.enabled()) {
      try {
        send();
      } catch (SQLException away) {
        LOG.warnf("Mails to contacts wait: %s", away.getMessage());
      }
    }
  }

  /** Makes a try at each mail that is due, and records what came of it. */
  void send() throws SQLException {
    List<CompletableFuture<Tried>> tries =
        claim(clock.instant()).stream().map(courier::send).toList();
    List<Tried> tried = tries.stream().map(CompletableFuture::join).toList();
    if (!tried.isEmpty()) {
      queue.record(tried);
    }
  }

  List<Claimed> claim(Instant now) throws SQLException {
    Duration lease = config.lease();
    try (Connection connection = database.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, now.toString());
      claim.setString(2, now.toString());
      claim.setString(3, now.plus(lease).toString());
      List<Claimed> claimed = new ArrayList<>();
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          claimed.add(Claimed.read(row, row.getString("contact"), SealedKeys.NONE));
        }
      }
      return claimed;
    }
  }
}
