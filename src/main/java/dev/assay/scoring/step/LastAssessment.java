package dev.assay.scoring.step;

import dev.assay.assessment.Assessment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a lead was assessed last, and when it is to be next.
 *
 * @param publication of the rules, 0 if it never was
 * @param ruleset number of the rules, 0 if it never was
 * @param assessedAt the moment as of which it was last assessed without a failure
 * @param nextReviewAt the earliest moment at which time alone changes anything, null for never
 * @param problem why it cannot be assessed, null if it can
 */
public record LastAssessment(
    int publication,
    int ruleset,
    @Nullable Instant assessedAt,
    @Nullable Instant nextReviewAt,
    @Nullable String problem) {

  /** Of a lead that never was. */
  public static final LastAssessment NONE = new LastAssessment(0, 0, null, null, null);

  static LastAssessment of(RulesInForce by, Assessment assessment) {
    return new LastAssessment(
        by.publication(), by.rules().number(), assessment.asOf(), assessment.nextReviewAt(), null);
  }

  LastAssessment failed(RulesInForce by, String reason) {
    return new LastAssessment(by.publication(), by.rules().number(), assessedAt, null, reason);
  }
}
