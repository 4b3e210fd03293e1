package dev.assay.scoring.step;

import dev.assay.assessment.Activities;
import org.jspecify.annotations.Nullable;

/** Something that changes a lead. */
public sealed interface Input {

  /** An event that is not stored yet under its id. */
  record EventPosted(Event event) implements Input {}

  /**
   * What is newly known of a lead.
   *
   * @param patch a JSON merge patch (RFC 7396), checked
   */
  record ProfilePatched(String patch) implements Input {}

  /**
   * Somebody gives the lead to an owner.
   *
   * @param by id of the API key with which it is done
   */
  record OwnerAssigned(String owner, String by) implements Input {}

  /**
   * Another lead became part of this one.
   *
   * @param profile what is known of both, the other's patches before its own
   * @param activities what both did
   * @param stage where the other stood, null for none
   * @param owner whose the other was, null for nobody
   * @param by id of the API key with which it is done
   */
  record LeadMerged(
      String profile,
      Activities activities,
      @Nullable String stage,
      @Nullable String owner,
      String by)
      implements Input {}

  /** Time passed; what fell due meanwhile is done, and nothing else. */
  record TimePassed() implements Input {}

  /** The state was taken from the logs again and is to be assessed, whether that is due or not. */
  record Restored() implements Input {}
}
