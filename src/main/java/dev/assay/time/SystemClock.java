package dev.assay.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * Offers the system's clock in UTC; a test replaces it by producing another {@link Clock}.
 *
 * <p>It ticks in milliseconds, like the times of activities: a finer moment would be one thing in
 * memory and on the wire, and another once the database has rounded it.
 */
final class SystemClock {

  private SystemClock() {}

  @Produces
  @Singleton
  @DefaultBean
  static Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
