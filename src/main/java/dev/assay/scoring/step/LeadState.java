package dev.assay.scoring.step;

import dev.assay.assessment.Activities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a lead between two steps.
 *
 * @param lead the caller's key
 * @param profile what is known of it, a JSON object
 * @param profileChanges how often its profile changed
 * @param activities what it did
 * @param at the moment of the last thing that was done to it, {@link Instant#MIN} for none; for a
 *     lead time never runs backwards
 * @param scored where it stands by the rules
 */
public record LeadState(
    String lead,
    String profile,
    int profileChanges,
    Activities activities,
    Instant at,
    Scored scored) {

  /** A lead of which nothing is known yet. */
  public static LeadState fresh(String lead) {
    return new LeadState(lead, "{}", 0, Activities.NONE, Instant.MIN, Scored.NONE);
  }

  /** Whether nothing was ever said or done about the lead. */
  public boolean isFresh() {
    return profileChanges == 0 && scored.scoreChanges() == 0 && activities.size() == 0;
  }

  /** When it did something last, null for never. */
  public @Nullable Instant lastActivityAt() {
    long last = activities.lastAt();
    return last == Long.MIN_VALUE ? null : Instant.ofEpochMilli(last);
  }
}
