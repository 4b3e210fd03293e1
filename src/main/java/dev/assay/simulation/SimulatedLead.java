package dev.assay.simulation;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessing;
import dev.assay.assessment.Position;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a simulation finds it.
 *
 * @param position where it stood at the beginning of what is simulated
 * @param last what the live rules made of it last
 * @param current whether that still holds: assessing it again would change nothing
 */
record SimulatedLead(
    String lead,
    ProfileHistory profile,
    Activities activities,
    Position position,
    Standing last,
    boolean current) {

  /** Whether anything was known of the lead at the moment; null stands for now. */
  boolean knownAt(@Nullable Instant moment) {
    if (moment == null || profile.knownAt(moment)) {
      return true;
    }
    long until = moment.toEpochMilli();
    boolean[] any = new boolean[1];
    activities.forEach((type, subject, times) -> any[0] |= times[0] <= until);
    return any[0];
  }

  /** When it last did anything until then, in epoch milliseconds; null stands for now. */
  long lastActiveAt(@Nullable Instant moment) {
    if (moment == null) {
      return activities.lastAt();
    }
    long until = moment.toEpochMilli();
    long[] last = {Long.MIN_VALUE};
    activities.forEach(
        (type, subject, times) -> {
          for (int i = times.length - 1; i >= 0 && times[i] > last[0]; i--) {
            if (times[i] <= until) {
              last[0] = times[i];
            }
          }
        });
    return last[0];
  }

  /** What sales found out, whenever they did. */
  Set<String> outcomes() {
    Set<String> outcomes = new HashSet<>();
    activities.forEach(
        (type, subject, times) -> {
          if (type.equals(Assessing.OUTCOME)) {
            outcomes.add(subject);
          }
        });
    return outcomes;
  }
}
