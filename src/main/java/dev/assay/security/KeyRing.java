package dev.assay.security;

import dev.assay.problem.Problems;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All usable keys in memory, so that a request is checked without the database.
 *
 * <p>A revoked key stops working at once on the replica that revoked it and within 2 seconds on the
 * others; when a replica cannot read the database, it stops accepting any key after 30 seconds,
 * because it no longer knows which are revoked. A new key works at once everywhere, or within 2
 * seconds amid a flood of unknown ones: an id that is not in memory is looked for in the database,
 * at most {@value #LOOKUPS_PER_SECOND} times a second for all callers together and once for each
 * id.
 */
@Singleton
class KeyRing {

  static final int LOOKUPS_PER_SECOND = 10;
  private static final Duration REFRESH = Duration.ofSeconds(2);
  private static final Duration TRUST = Duration.ofSeconds(30);
  private static final Logger LOG = Logger.getLogger(KeyRing.class);

  private final KeyTable table;
  private final Clock clock;
  private final RefusedIds refused = new RefusedIds();
  private final Allowance lookups;

  /** Guards reading the table, so that an older reading never replaces a newer one. */
  private final ReentrantLock reading = new ReentrantLock();

  private final ScheduledExecutorService refresher =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "api-keys");
            thread.setDaemon(true);
            return thread;
          });

  private volatile Map<String, HeldKey> keys = Map.of();

  /** When the oldest reading began that has not succeeded; null when the last one did. */
  private volatile @Nullable Instant unreadSince;

  KeyRing(KeyTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
    this.lookups = new Allowance(LOOKUPS_PER_SECOND, clock);
  }

  void start(@Observes @Priority(AdminKey.STARTS + 1) StartupEvent event) {
    refreshQuietly();
    var unused =
        refresher.scheduleWithFixedDelay(
            this::refreshQuietly, REFRESH.toMillis(), REFRESH.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Early, while there still is a database. */
  void stop(@Observes ShutdownEvent event) {
    refresher.shutdownNow();
  }

  /** The key if it is in memory. Never blocks. */
  @Nullable HeldKey held(String id) {
    Instant since = unreadSince;
    if (since != null && since.plus(TRUST).isBefore(clock.instant())) {
      throw Problems.unavailable(
          "API keys cannot be checked because the database cannot be read; try again later.",
          REFRESH);
    }
    return keys.get(id);
  }

  /** Whether looking for an unknown id in the database is worth it and not too much. */
  boolean mayLookFor(String id) {
    return !refused.contains(id) && lookups.take();
  }

  /** Looks for the id in the database. Blocks. */
  @Nullable HeldKey lookFor(String id) {
    reading.lock();
    try {
      if (!keys.containsKey(id)) {
        read();
      }
      HeldKey key = keys.get(id);
      if (key == null) {
        refused.add(id);
      }
      return key;
    } catch (SQLException failure) {
      LOG.warn("Cannot look for an API key in the database", failure);
      throw Problems.unavailable(
          "The API key cannot be checked because the database cannot be read; try again later.",
          REFRESH);
    } finally {
      reading.unlock();
    }
  }

  /** Takes over what this replica has just changed. */
  void refresh() throws SQLException {
    reading.lock();
    try {
      read();
    } finally {
      reading.unlock();
    }
  }

  private void refreshQuietly() {
    try {
      refresh();
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf("Cannot read the API keys, going on with those known: %s", failure.getMessage());
    }
  }

  private void read() throws SQLException {
    if (unreadSince == null) {
      unreadSince = clock.instant();
    }
    keys = table.usable();
    unreadSince = null;
  }
}
