package dev.assay.review;

/**
 * How long reading all leads rests before it is done again. It takes a fiftieth of the time at
 * most; and the more often there was nothing to find, the less, since what comes late comes soon.
 */
final class WalkRest {
  private static final int SHORTEST = 50;
  private static final int LONGEST = 2_000;

  private int times = SHORTEST;
  private long until = System.nanoTime();

  /** Begins anew, with the shortest rest, and with none before the next walk. */
  void forget() {
    times = SHORTEST;
    until = System.nanoTime();
  }

  boolean over() {
    return System.nanoTime() - until >= 0;
  }

  /** Something was found, so that more may be there. */
  void found() {
    times = SHORTEST;
  }

  /** Rests after a walk that began then ({@link System#nanoTime}), the next time twice as long. */
  void after(long begun) {
    long now = System.nanoTime();
    until = now + times * (now - begun);
    times = Math.min(2 * times, LONGEST);
  }
}
