package dev.assay.scoring.step;

import java.security.MessageDigest;
import java.util.List;

/** Whether an event says something new under its id. */
public enum Novelty {
  /** Nothing was stored under the id before. */
  NEW,
  /** The same was stored before. */
  REPEATED,
  /** Something else was stored before. */
  CONTRADICTING;

  /**
   * Judges an event.
   *
   * @param appended whether it is this very event that was stored just now
   * @param stored digests of all that is stored under the id
   */
  public static Novelty of(Event event, boolean appended, List<byte[]> stored) {
    if (appended) {
      return NEW;
    }
    boolean same =
        stored.stream().anyMatch(digest -> MessageDigest.isEqual(digest, event.digest()));
    return same ? REPEATED : CONTRADICTING;
  }
}
