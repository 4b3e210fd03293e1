package dev.assay.assessment;

import org.jspecify.annotations.Nullable;

/**
 * What of a lead has memory: the stage, because of "leave below", and the owner, who is assigned
 * when a stage is reached and then stays.
 *
 * @param stage null for none
 * @param owner null for nobody yet
 */
public record Position(@Nullable String stage, @Nullable String owner) {

  /** Of a lead that was never assessed. */
  public static final Position NONE = new Position(null, null);

  /** Where the lead stands after an assessment. */
  public Position next(Stages stages, Assessment assessment) {
    String next = stages.step(assessment, stage);
    boolean reached = next != null && !next.equals(stage);
    return new Position(next, owner == null && reached ? assessment.ownerValue() : owner);
  }
}
