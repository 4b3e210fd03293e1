package dev.assay.scoring.step;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Position;
import dev.assay.assessment.Score;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands.
 *
 * @param stage null for none
 * @param owner null for nobody
 */
public record Standing(
    int score,
    int fit,
    int engagement,
    @Nullable String grade,
    @Nullable String band,
    @Nullable String stage,
    @Nullable String owner) {

  /** Of a lead that was never assessed. */
  public static final Standing NONE = new Standing(0, 0, 0, null, null, null, null);

  Standing withOwner(String next) {
    return new Standing(score, fit, engagement, grade, band, stage, next);
  }

  Standing at(Position next) {
    return new Standing(score, fit, engagement, grade, band, next.stage(), next.owner());
  }

  /** With the score, the grade and the band of an assessment. */
  Standing withScore(Assessment assessment) {
    Score next = assessment.score();
    return new Standing(
        next.total(),
        next.fit(),
        next.engagement(),
        assessment.gradeValue(),
        assessment.bandValue(),
        stage,
        owner);
  }
}
