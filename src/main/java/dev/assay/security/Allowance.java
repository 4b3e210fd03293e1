package dev.assay.security;

import java.time.Clock;

/** So many of something in each second of the clock. */
final class Allowance {

  private final int perSecond;
  private final Clock clock;
  private long second;
  private int taken;

  Allowance(int perSecond, Clock clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  synchronized boolean take() {
    long now = clock.instant().getEpochSecond();
    if (now != second) {
      second = now;
      taken = 0;
    }
    if (taken == perSecond) {
      return false;
    }
    taken++;
    return true;
  }
}
