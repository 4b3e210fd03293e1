package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import dev.assay.scoring.step.Change;
import dev.assay.scoring.step.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a batch changed into the histories of its leads. */
final class Changes {

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

  private Changes() {}

  /** Adds what has to be written to the round trip. */
  static void store(RoundTrip trip, List<Change> changes) {
    store(
        trip,
        PROFILES,
        of(Change.ProfileChanged.class, changes),
        columns ->
            columns
                .text(Change.ProfileChanged::lead)
                .integer(Change.ProfileChanged::sequence)
                .time(Change.ProfileChanged::at)
                .text(Change.ProfileChanged::patch));
    store(
        trip,
        SCORES,
        of(Change.ScoreChanged.class, changes),
        columns ->
            columns
                .text(Change.ScoreChanged::lead)
                .integer(Change.ScoreChanged::sequence)
                .time(Change.ScoreChanged::at)
                .integer(change -> change.standing().score())
                .integer(change -> change.standing().fit())
                .integer(change -> change.standing().engagement())
                .text(change -> change.standing().grade())
                .text(change -> change.standing().band())
                .integer(Change.ScoreChanged::ruleset)
                .text(change -> source(change.cause()))
                .text(change -> id(change.cause())));
    store(
        trip,
        STAGES,
        of(Change.StageChanged.class, changes),
        columns ->
            columns
                .text(Change.StageChanged::lead)
                .integer(Change.StageChanged::sequence)
                .time(Change.StageChanged::at)
                .text(Change.StageChanged::from)
                .text(Change.StageChanged::to)
                .integer(Change.StageChanged::score)
                .integer(Change.StageChanged::ruleset)
                .text(Change.StageChanged::owner)
                .text(change -> source(change.cause()))
                .text(change -> id(change.cause())));
    store(
        trip,
        OWNERS,
        of(Change.OwnerChanged.class, changes),
        columns ->
            columns
                .text(Change.OwnerChanged::lead)
                .time(Change.OwnerChanged::at)
                .text(Change.OwnerChanged::from)
                .text(Change.OwnerChanged::to)
                .integer(Change.OwnerChanged::afterStage)
                .text(Change.OwnerChanged::by));
  }

  /** The changes of one kind, in their order. */
  static <T extends Change> List<T> of(Class<T> kind, List<Change> changes) {
    return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static <T extends Change> void store(
      RoundTrip trip, String insert, List<T> changes, Columns.Binding<T> columns) {
    if (!changes.isEmpty()) {
      trip.update(insert, Columns.of(changes, columns));
    }
  }

  private static @Nullable String source(@Nullable Event cause) {
    return cause == null ? null : cause.source();
  }

  private static @Nullable String id(@Nullable Event cause) {
    return cause == null ? null : cause.id();
  }
}
