package dev.assay.scoring.step;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands by the rules, and how it came there.
 *
 * @param stageSince when it reached its stage or left the funnel, null if neither happened
 * @param awards points by rule, a JSON object; null while they are as stored
 * @param scoreChanges how often its score, grade or band changed
 * @param stageChanges how often its stage changed
 * @param messages how many messages were written about it
 */
public record Scored(
    Standing standing,
    @Nullable Instant stageSince,
    LastAssessment last,
    @Nullable String awards,
    int scoreChanges,
    int stageChanges,
    int messages) {

  /** Of a lead that was never assessed. */
  public static final Scored NONE =
      new Scored(Standing.NONE, null, LastAssessment.NONE, null, 0, 0, 0);

  Scored with(Standing next) {
    return new Scored(next, stageSince, last, awards, scoreChanges, stageChanges, messages);
  }

  Scored with(LastAssessment next, @Nullable String points) {
    return new Scored(standing, stageSince, next, points, scoreChanges, stageChanges, messages);
  }

  /** With another score, grade or band. */
  Scored changed(Standing next) {
    return new Scored(next, stageSince, last, awards, scoreChanges + 1, stageChanges, messages);
  }

  /** In another stage. */
  Scored moved(Standing next, Instant moment) {
    return new Scored(next, moment, last, awards, scoreChanges, stageChanges + 1, messages);
  }

  /** After so many messages. */
  public Scored withMessages(int count) {
    return new Scored(standing, stageSince, last, awards, scoreChanges, stageChanges, count);
  }
}
