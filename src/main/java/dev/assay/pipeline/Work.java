package dev.assay.pipeline;

import dev.assay.scoring.step.Event;
import dev.assay.scoring.step.LeadKey;
import org.jspecify.annotations.Nullable;

/** Something to be done for one lead in the next batch. */
public sealed interface Work {

  LeadKey key();

  /** Whether a lead that is not known is created for it. */
  default boolean creates() {
    return this instanceof AppendEvent || this instanceof MergeProfile;
  }

  /** Store an event and score its lead. */
  record AppendEvent(Event event) implements Work {
    @Override
    public LeadKey key() {
      return event.key();
    }
  }

  /**
   * Merge what is newly known of a lead and score it.
   *
   * @param patch a JSON merge patch (RFC 7396), checked
   */
  record MergeProfile(LeadKey key, String patch) implements Work {}

  /**
   * Give a lead to an owner, and score it.
   *
   * @param by id of the API key with which it is done
   */
  record AssignOwner(LeadKey key, String owner, String by) implements Work {}

  /**
   * Score a lead into whose logs those of another were moved just now.
   *
   * @param stage of the other
   * @param owner of the other
   * @param by id of the API key with which it is done
   */
  record Merged(LeadKey key, @Nullable String stage, @Nullable String owner, String by)
      implements Work {}

  /**
   * Do what fell due of a lead, because time passed or the rules changed.
   *
   * @param fromLogs whether to take its snapshot from the logs again and score it in any case
   */
  record Reassess(LeadKey key, boolean fromLogs) implements Work {
    public Reassess(LeadKey key) {
      this(key, false);
    }
  }
}
