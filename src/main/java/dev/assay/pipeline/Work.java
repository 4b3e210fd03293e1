package dev.assay.pipeline;

/** Something to be done for one lead in the next batch. */
public sealed interface Work {

  LeadKey key();

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
   * Score a lead again, because time passed or the rules changed.
   *
   * @param fromLogs whether to take its snapshot from the logs again before
   */
  record Reassess(LeadKey key, boolean fromLogs) implements Work {
    public Reassess(LeadKey key) {
      this(key, false);
    }
  }
}
