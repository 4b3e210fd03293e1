package dev.assay.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Stands still until it is stepped. */
public final class SteppedClock extends Clock {
  private volatile Instant now;

  private SteppedClock(Instant now) {
    this.now = now;
  }

  /** A clock that stands at the present second. */
  public static SteppedClock atPresent() {
    return new SteppedClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * A clock that stands years ahead, so that the running service finds nothing due for review among
   * the leads of the test.
   */
  public static SteppedClock yearsAhead() {
    return new SteppedClock(Instant.parse("2040-01-01T00:00:00Z"));
  }

  public void step(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
