package dev.assay.pipeline;

import dev.assay.scoring.step.LeadState;
import dev.assay.scoring.step.Scored;
import dev.assay.scoring.step.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A lead that a batch changed.
 *
 * @param storedProfile its profile as its column holds it
 * @param after all of it after the batch
 * @param activities as its columns are to hold them
 */
record SteppedLead(String storedProfile, LeadState after, StoredActivities activities) {

  /** The profile, null if it is as stored. */
  @Nullable String newProfile() {
    return after.profile().equals(storedProfile) ? null : after.profile();
  }

  Scored scored() {
    return after.scored();
  }

  Standing standing() {
    return after.scored().standing();
  }

  /** After so many more messages. */
  SteppedLead withMessages(int more) {
    LeadState told =
        new LeadState(
            after.lead(),
            after.profile(),
            after.profileChanges(),
            after.activities(),
            after.at(),
            scored().withMessages(scored().messages() + more));
    return new SteppedLead(storedProfile, told, activities);
  }
}
