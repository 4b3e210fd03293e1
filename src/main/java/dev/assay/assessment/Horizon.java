package dev.assay.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Collects, while one assessment is made, the earliest later moment at which anything that was
 * looked at can change by time alone.
 */
final class Horizon {
  private final long asOf;
  private long next = Long.MAX_VALUE;

  Horizon(long asOf) {
    this.asOf = asOf;
  }

  long asOf() {
    return asOf;
  }

  /** Notes a moment in epoch milliseconds; moments that are not later are of no interest. */
  void note(long moment) {
    if (moment > asOf && moment < next) {
      next = moment;
    }
  }

  @Nullable Instant next() {
    return next == Long.MAX_VALUE ? null : Instant.ofEpochMilli(next);
  }
}
