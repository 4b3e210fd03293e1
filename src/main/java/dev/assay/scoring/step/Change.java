package dev.assay.scoring.step;

import dev.assay.assessment.Occurrence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a step changed of a lead, in the order in which it did. */
public sealed interface Change {

  /** The caller's key of the lead. */
  String lead();

  /** Something that it did came in. */
  record Occurred(String lead, Occurrence occurrence) implements Change {}

  /**
   * A patch changed its profile.
   *
   * @param sequence counts the lead's profile changes from 1
   */
  record ProfileChanged(String lead, int sequence, Instant at, String patch) implements Change {}

  /**
   * It has a new score, grade or band.
   *
   * @param sequence counts the lead's score changes from 1
   * @param at the moment as of which it was assessed
   * @param cause the event that brought it, null when something else did
   */
  record ScoreChanged(
      String lead, int sequence, Instant at, Standing standing, int ruleset, @Nullable Event cause)
      implements Change {}

  /**
   * It moved up or down the funnel.
   *
   * @param sequence counts the lead's stage changes from 1
   * @param at the moment as of which it was assessed
   * @param from the stage left, null for none
   * @param to the stage reached, null for none
   * @param cause the event that brought it, null when something else did
   */
  record StageChanged(
      String lead,
      int sequence,
      Instant at,
      @Nullable String from,
      @Nullable String to,
      int score,
      int ruleset,
      @Nullable String owner,
      @Nullable Event cause)
      implements Change {}

  /**
   * Somebody gave it to an owner.
   *
   * @param from whose it was, null for nobody
   * @param afterStage number of its last stage change before
   * @param by id of the API key with which it was done
   */
  record OwnerChanged(
      String lead, Instant at, @Nullable String from, String to, int afterStage, String by)
      implements Change {}

  /** It stands elsewhere than before, and those who want to know are to be told. */
  record Announced(LeadChanged change) implements Change {
    @Override
    public String lead() {
      return change.lead();
    }
  }

  /**
   * It could not be assessed.
   *
   * @param cause the event that brought the assessment, null when something else did
   */
  record AssessmentFailed(String lead, RuntimeException failure, @Nullable Event cause)
      implements Change {}
}
