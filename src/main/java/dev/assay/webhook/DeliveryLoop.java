package dev.assay.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The thread that keeps delivering: woken by commits and ended tries, else by the poll interval.
 */
@Singleton
class DeliveryLoop {

  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final DeliverMessages deliverMessages;
  private final WebhookConfig.Sending config;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "webhook-sender");
  private volatile boolean stopping;

  DeliveryLoop(DeliverMessages deliverMessages, WebhookConfig config) {
    this.deliverMessages = deliverMessages;
    this.config = config.sending();
    if (this.config.lease().compareTo(this.config.timeout()) <= 0) {
      throw new IllegalStateException(
          "assay.webhook.sending.lease is %s; expected more than assay.webhook.sending.timeout, %s"
              .formatted(this.config.lease(), this.config.timeout()));
    }
  }

  /** There may be something to do. Returns at once. */
  void wake() {
    wakeUps.release();
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Lets tries under way end for a moment; what is cut off is taken over when its lease ends. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    wake();
    thread.join(FAREWELL.toMillis());
  }

  private void run() {
    while (!stopping || deliverMessages.underWay() > 0) {
      try {
        step();
        if (wakeUps.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUps.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
    step();
  }

  /** Outlives a database that is away: the next turn tries again. */
  private void step() {
    try {
      if (stopping) {
        deliverMessages.record();
      } else {
        deliverMessages.turn(this::wake);
      }
    } catch (Exception e) {
      LOG.warnf("Deliveries wait: %s. Trying again in %s", e.getMessage(), config.poll());
    }
  }
}
