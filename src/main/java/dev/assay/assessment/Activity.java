package dev.assay.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lead's whole history of one event type on one subject, up to the moment of assessment.
 *
 * <p>For every type there is one more activity without a subject, which unites all subjects of that
 * type: a rule that names no subject counts that one, so "five page views in seven days" means any
 * five pages.
 */
public final class Activity {
  private final String type;
  private final @Nullable String subject;
  private final long[] times;
  private final Horizon horizon;

  Activity(String type, @Nullable String subject, long[] times, Horizon horizon) {
    this.type = type;
    this.subject = subject;
    this.times = times;
    this.horizon = horizon;
  }

  /** The event type, such as {@code page_view}. */
  public String getType() {
    return type;
  }

  /** What it happened to, such as {@code /pricing}; null where all subjects are united. */
  public @Nullable String getSubject() {
    return subject;
  }

  /** Occurrences so far, at least 1. */
  public int getCount() {
    return times.length;
  }

  public Instant getFirst() {
    return Instant.ofEpochMilli(times[0]);
  }

  public Instant getLast() {
    return Instant.ofEpochMilli(times[times.length - 1]);
  }

  /** Whether it occurred at least so many times in the last so many days. */
  public boolean countWithin(int times, int days) {
    return Windows.countWithin(this.times, times, days, horizon);
  }

  /** Whether it has not occurred for so many days. */
  public boolean quietFor(int days) {
    return Windows.quietFor(times, days, horizon);
  }

  /** Epoch milliseconds, ascending. The array is shared and must not be written to. */
  long[] times() {
    return times;
  }

  @Override
  public String toString() {
    return "Activity[%s %s, %d times, last %s]"
        .formatted(type, subject == null ? "(any)" : subject, times.length, getLast());
  }
}
