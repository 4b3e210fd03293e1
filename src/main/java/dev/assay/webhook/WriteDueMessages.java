package dev.assay.webhook;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Writes the messages that time brings and no event: digests and reminders. */
@Singleton
class WriteDueMessages {

  private static final Logger LOG = Logger.getLogger(WriteDueMessages.class);

  private final Digests digests;
  private final FollowUps followUps;
  private final DeliveryLoop loop;
  private final Clock clock;
  private final boolean enabled;

  WriteDueMessages(
      Digests digests, FollowUps followUps, DeliveryLoop loop, Clock clock, WebhookConfig config) {
    this.digests = digests;
    this.followUps = followUps;
    this.loop = loop;
    this.clock = clock;
    this.enabled = config.sending().enabled();
  }

  /** Where nothing is sent nothing is gathered. */
  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void now() {
    if (enabled) {
      write(clock.instant());
    }
  }

  private void write(Instant now) {
    try {
      if (followUps.remind(now) + digests.gather(now) > 0) {
        loop.wake();
      }
    } catch (SQLException away) {
      LOG.warnf("Digests and reminders wait: %s", away.getMessage());
    }
  }
}
