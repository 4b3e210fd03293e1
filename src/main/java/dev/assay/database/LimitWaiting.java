package dev.assay.database;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Lets nothing wait for ever for a database that is frozen or cut off: after this time without a
 * byte from it, the connection counts as lost. Migrations run before the start and may take longer.
 */
@Singleton
class LimitWaiting implements AgroalPoolInterceptor {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private volatile boolean started;

  void start(@Observes StartupEvent event) {
    started = true;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    if (started) {
      try {
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
      } catch (SQLException lost) {
        // The first statement will say so.
        return;
      }
    }
  }
}
