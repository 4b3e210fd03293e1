package dev.assay.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Offers the system's clock in UTC; a test replaces it by producing another {@link Clock}. */
final class SystemClock {

  private SystemClock() {}

  @Produces
  @Singleton
  @DefaultBean
  static Clock clock() {
    return Clock.systemUTC();
  }
}
