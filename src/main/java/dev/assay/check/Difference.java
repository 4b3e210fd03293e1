package dev.assay.check;

import org.jspecify.annotations.Nullable;

/**
 * Something that is stored of a lead and that its logs say otherwise.
 *
 * @param what is different: profile, activities, score, awards, nextReviewAt, stage, owner, counts,
 *     row (there is none), scoreHistory or stageHistory (has gaps)
 * @param stored shortened if it is long
 * @param replayed what the logs say, shortened likewise
 * @param repaired null while it was not tried
 */
record Difference(
    String lead, String what, String stored, String replayed, @Nullable Boolean repaired) {
  private static final int LONGEST = 500;

  Difference {
    stored = shortened(stored);
    replayed = shortened(replayed);
  }

  /** What can be made right from the logs. */
  static Difference of(String lead, String what, Object stored, Object replayed) {
    return new Difference(lead, what, stored.toString(), replayed.toString(), null);
  }

  /** A log that is not whole: there is nothing to make it right from. */
  static Difference lost(String lead, String what, Object stored, Object expected) {
    return new Difference(lead, what, stored.toString(), expected.toString(), false);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
