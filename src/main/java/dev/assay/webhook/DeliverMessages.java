package dev.assay.webhook;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends what is due, a bounded number at once, in all and to each endpoint. */
@Singleton
class DeliverMessages {

  private final DeliveryQueue queue;
  private final Courier courier;
  private final Clock clock;
  private final int concurrency;

  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Tried> tried = new ConcurrentLinkedQueue<>();
  private List<Tried> unrecorded = List.of();

  DeliverMessages(DeliveryQueue queue, Courier courier, Clock clock, WebhookConfig config) {
    this.queue = queue;
    this.courier = courier;
    this.clock = clock;
    this.concurrency = config.sending().concurrency();
  }

  /**
   * Records the tries that ended since the last turn, then starts what is due. One thread at a
   * time.
   *
   * @param ended called from any thread whenever a try ends
   */
  void turn(Runnable ended) throws SQLException {
    record();
    int free = concurrency - underWay();
    if (free <= 0) {
      return;
    }
    // Half of what is free in a turn: the next one knows which endpoints hold on to theirs.
    for (Claimed claimed : queue.claim(underWay, (free + 1) / 2, clock.instant())) {
      underWay.merge(claimed.endpoint(), 1, Integer::sum);
      var unused =
          courier
              .send(claimed)
              .thenAccept(
                  one -> {
                    tried.add(one);
                    underWay.computeIfPresent(
                        claimed.endpoint(), (endpoint, count) -> count == 1 ? null : count - 1);
                    ended.run();
                  });
    }
  }

  /** Records the tries that ended; what the database does not take is kept for the next time. */
  void record() throws SQLException {
    List<Tried> records = new ArrayList<>(unrecorded);
    for (Tried one = tried.poll(); one != null; one = tried.poll()) {
      records.add(one);
    }
    unrecorded = records;
    if (!records.isEmpty()) {
      queue.record(records);
      unrecorded = List.of();
    }
  }

  int underWay() {
    return underWay.values().stream().mapToInt(Integer::intValue).sum();
  }
}
