package dev.assay.pipeline;

import dev.assay.scoring.step.Scored;
import dev.assay.scoring.step.Standing;
import org.jspecify.annotations.Nullable;

/** What became of a piece of work. It is durable when this is known. */
public sealed interface Done {

  /**
   * It was done, and the lead now stands so.
   *
   * @param created whether the lead was not known before
   */
  record Accepted(LeadState lead, boolean created) implements Done {}

  /** The same event was stored before; nothing was done. */
  record Duplicate(LeadState lead) implements Done {}

  /**
   * It contradicts what is stored; nothing was done.
   *
   * @param detail what contradicts what, for those who may see leads
   * @param withoutOthers the same without what the caller did not say itself
   */
  record Conflict(String lead, String detail, String withoutOthers) implements Done {
    public Conflict(String lead, String detail) {
      this(lead, detail, detail);
    }
  }

  /**
   * It would have brought back a lead that was erased; nothing was done.
   *
   * @param name the key or address, as far as the caller said it
   */
  record Erased(String name) implements Done {

    /** What to tell the caller. */
    public String detail() {
      return "%s was erased. For a while nothing is stored under it; leave this person out."
          .formatted(name);
    }
  }

  /** There is no lead of that name. */
  record Unknown(String lead) implements Done {}

  /**
   * It could not be done, for a reason that lies in this piece of work and will not pass by itself.
   */
  record Failed(String detail) implements Done {}

  /** Where a lead stands. */
  record LeadState(
      String lead,
      int score,
      int fit,
      int engagement,
      @Nullable String grade,
      @Nullable String band,
      @Nullable String stage,
      @Nullable String owner,
      int ruleset,
      @Nullable String problem) {

    static LeadState of(dev.assay.scoring.step.LeadState state) {
      Scored scored = state.scored();
      Standing standing = scored.standing();
      return new LeadState(
          state.lead(),
          standing.score(),
          standing.fit(),
          standing.engagement(),
          standing.grade(),
          standing.band(),
          standing.stage(),
          standing.owner(),
          scored.last().ruleset(),
          scored.last().problem());
    }
  }
}
