package dev.assay.pipeline;

import dev.assay.scoring.step.LeadState;
import dev.assay.scoring.step.Scored;
import dev.assay.scoring.step.Standing;

/**
 * A lead's row as it was loaded and locked.
 *
 * @param storedProfile its profile as its column holds it
 * @param stored its activities as its columns hold them
 * @param damaged whether the snapshot cannot be read, so that it has to be taken again
 */
record LeadRow(LeadState state, String storedProfile, StoredActivities stored, boolean damaged) {

  /**
   * The row with its snapshot taken again from the logs. Score and stage become those that were
   * recorded last, so that what is decided next is a change from there: what was announced is not
   * announced again.
   */
  LeadRow restored(LeadLog log) {
    RecordedScore score = log.lastScore();
    RecordedStage stage = log.lastStage();
    Standing standing =
        new Standing(
            score == null ? 0 : score.score(),
            score == null ? 0 : score.fit(),
            score == null ? 0 : score.engagement(),
            score == null ? null : score.grade(),
            score == null ? null : score.band(),
            stage == null ? null : stage.to(),
            log.owner());
    Scored known = state.scored();
    Scored scored =
        new Scored(
            standing,
            stage == null ? null : stage.at(),
            known.last(),
            known.awards(),
            score == null ? 0 : score.sequence(),
            stage == null ? 0 : stage.sequence(),
            known.messages());
    return new LeadRow(
        new LeadState(
            state.lead(),
            log.profile(),
            log.profileChanges(),
            log.activities(),
            state.at(),
            scored),
        storedProfile,
        stored,
        true);
  }
}
