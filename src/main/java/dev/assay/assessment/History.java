package dev.assay.assessment;

import java.util.List;

/** All that one lead did, whatever its type, up to the moment of assessment. */
public final class History {
  private final List<long[]> times;
  private final Horizon horizon;

  /**
   * @param times ascending occurrence times, each list for one type
   */
  History(List<long[]> times, Horizon horizon) {
    this.times = times;
    this.horizon = horizon;
  }

  /** Whether the lead has been active before, but not for so many days. */
  public boolean quietFor(int days) {
    if (times.isEmpty()) {
      return false;
    }
    long last = times.stream().mapToLong(type -> type[type.length - 1]).max().getAsLong();
    return Windows.quietFor(new long[] {last}, days, horizon);
  }

  /** Whether the lead did at least so many things, of any type, in the last so many days. */
  public boolean countWithin(int times, int days) {
    return Windows.countWithin(Windows.unite(this.times), times, days, horizon);
  }

  /** How many things the lead did so far. */
  public int getCount() {
    return times.stream().mapToInt(type -> type.length).sum();
  }
}
