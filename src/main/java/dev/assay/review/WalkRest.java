package dev.assay.review;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long reading all leads rests before it is done again. It takes a fiftieth of the time at
 * most; and the more often there was nothing to find, the less, since what comes late comes soon.
 * One walk that was held up does not make the next one wait for hours.
 */
final class WalkRest {
  private static final int FEWEST = 50;
  private static final int MOST = 2_000;
  private static final long LONGEST = Duration.ofMinutes(5).toNanos();

  private final LongSupplier nanoTime;
  private int times = FEWEST;
  private long until;

  WalkRest() {
    this(System::nanoTime);
  }

  /** With another clock than {@link System#nanoTime}. */
  WalkRest(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.until = nanoTime.getAsLong();
  }

  /** Begins anew, with the shortest rest, and with none before the next walk. */
  void forget() {
    times = FEWEST;
    until = nanoTime.getAsLong();
  }

  boolean over() {
    return nanoTime.getAsLong() - until >= 0;
  }

  /** Something was found, so that more may be there. */
  void found() {
    times = FEWEST;
  }

  /** Rests after a walk that began then ({@link System#nanoTime}), the next time twice as long. */
  void after(long begun) {
    long now = nanoTime.getAsLong();
    long took = now - begun;
    until = now + Math.max(FEWEST * took, Math.min(times * took, LONGEST));
    times = Math.min(2 * times, MOST);
  }
}
