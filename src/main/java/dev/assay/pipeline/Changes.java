package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a batch changed, for the history of each lead. */
final class Changes {

  /** A patch to a profile. */
  record ProfileChange(String lead, int sequence, Instant at, String patch) {}

  /** A new score, grade or band. */
  record ScoreChange(
      String lead,
      int sequence,
      Instant at,
      int score,
      int fit,
      int engagement,
      @Nullable String grade,
      @Nullable String band,
      int ruleset,
      @Nullable String eventSource,
      @Nullable String eventId) {}

  /**
   * Somebody gave the lead to an owner.
   *
   * @param afterStage number of its last stage change before
   * @param by id of the API key with which it was done
   */
  record OwnerChange(
      String lead, Instant at, @Nullable String from, String to, int afterStage, String by) {}

  final List<ProfileChange> profiles = new ArrayList<>();
  final List<ScoreChange> scores = new ArrayList<>();
  final List<StageChange> stages = new ArrayList<>();
  final List<OwnerChange> owners = new ArrayList<>();

  /** Leads that stand elsewhere than before, so far as somebody may be told of it. */
  final List<LeadChanged> announced = new ArrayList<>();

  private static final String PROFILES =
      """
      INSERT INTO profile_change (lead, sequence, at, patch)
      SELECT lead, sequence, %s, patch::jsonb
      FROM unnest(?, ?, ?, ?) AS n (lead, sequence, at, patch)
      """
          .formatted(Columns.TIME.formatted("at"));

  private static final String SCORES =
      """
      INSERT INTO score_change (lead, sequence, at, score, fit, engagement, grade, band, ruleset,
          event_source, event_id)
      SELECT lead, sequence, %s, score, fit, engagement, grade, band, ruleset, event_source,
          event_id
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (lead, sequence, at, score, fit, engagement,
          grade, band, ruleset, event_source, event_id)
      """
          .formatted(Columns.TIME.formatted("at"));

  private static final String STAGES =
      """
      INSERT INTO stage_change (lead, sequence, at, from_stage, to_stage, score, ruleset, owner,
          event_source, event_id)
      SELECT lead, sequence, %s, from_stage, to_stage, score, ruleset, owner, event_source,
          event_id
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (lead, sequence, at, from_stage, to_stage,
          score, ruleset, owner, event_source, event_id)
      """
          .formatted(Columns.TIME.formatted("at"));

  private static final String OWNERS =
      """
      INSERT INTO owner_change (lead, sequence, at, from_owner, to_owner, after_stage, changed_by)
      SELECT lead,
          coalesce((SELECT max(sequence) FROM owner_change known
              WHERE known.lead = n.lead AND sequence > 0), 0)
              + row_number() OVER (PARTITION BY lead ORDER BY position),
          %s, from_owner, to_owner, after_stage, changed_by
      FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY
          AS n (lead, at, from_owner, to_owner, after_stage, changed_by, position)
      """
          .formatted(Columns.TIME.formatted("at"));

  /** Adds what has to be written to the round trip. */
  void store(RoundTrip trip) {
    if (!profiles.isEmpty()) {
      trip.update(
          PROFILES,
          Columns.of(
              profiles,
              columns ->
                  columns
                      .text(ProfileChange::lead)
                      .integer(ProfileChange::sequence)
                      .time(ProfileChange::at)
                      .text(ProfileChange::patch)));
    }
    if (!scores.isEmpty()) {
      trip.update(
          SCORES,
          Columns.of(
              scores,
              columns ->
                  columns
                      .text(ScoreChange::lead)
                      .integer(ScoreChange::sequence)
                      .time(ScoreChange::at)
                      .integer(ScoreChange::score)
                      .integer(ScoreChange::fit)
                      .integer(ScoreChange::engagement)
                      .text(ScoreChange::grade)
                      .text(ScoreChange::band)
                      .integer(ScoreChange::ruleset)
                      .text(ScoreChange::eventSource)
                      .text(ScoreChange::eventId)));
    }
    if (!stages.isEmpty()) {
      storeStages(trip);
    }
    if (!owners.isEmpty()) {
      storeOwners(trip);
    }
  }

  private void storeOwners(RoundTrip trip) {
    trip.update(
        OWNERS,
        Columns.of(
            owners,
            columns ->
                columns
                    .text(OwnerChange::lead)
                    .time(OwnerChange::at)
                    .text(OwnerChange::from)
                    .text(OwnerChange::to)
                    .integer(OwnerChange::afterStage)
                    .text(OwnerChange::by)));
  }

  private void storeStages(RoundTrip trip) {
    trip.update(
        STAGES,
        Columns.of(
            stages,
            columns ->
                columns
                    .text(StageChange::lead)
                    .integer(StageChange::sequence)
                    .time(StageChange::at)
                    .text(StageChange::from)
                    .text(StageChange::to)
                    .integer(StageChange::score)
                    .integer(StageChange::ruleset)
                    .text(StageChange::owner)
                    .text(change -> change.cause() == null ? null : change.cause().source())
                    .text(change -> change.cause() == null ? null : change.cause().id())));
  }
}
