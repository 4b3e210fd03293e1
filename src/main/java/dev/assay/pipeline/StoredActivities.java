package dev.assay.pipeline;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Occurrence;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a lead did, as its row holds it: most of it in one column, and what was added since in
 * another. An event writes only the second, until there is so much in it that both become one
 * again. So the bytes written for an event grow with the square root of the history, not with it.
 */
final class StoredActivities {
  /** Bytes up to which a history is so short that it is written whole. */
  private static final int SHORT = 2_048;

  private static final byte[] NOTHING = {};

  /** Bytes of what was in the first column. */
  private final int most;

  private Activities all;
  private Activities recent;
  private boolean changed;
  private boolean whole;

  private StoredActivities(int most, Activities all, Activities recent) {
    this.most = most;
    this.all = all;
    this.recent = recent;
  }

  /** Of a lead that did nothing, or of whose row nothing can be read. */
  static StoredActivities none() {
    return new StoredActivities(0, Activities.NONE, Activities.NONE);
  }

  /**
   * @throws RuntimeException if the bytes are damaged
   */
  static StoredActivities read(byte[] most, byte[] recent) {
    return new StoredActivities(
        most.length,
        ActivitiesCodec.decode(most, recent),
        recent.length == 0 ? Activities.NONE : ActivitiesCodec.decode(recent));
  }

  Activities all() {
    return all;
  }

  /**
   * Takes over what the lead did meanwhile.
   *
   * @param next all that it did by now
   * @param occurrences what of it is new
   */
  void add(Activities next, Collection<Occurrence> occurrences) {
    all = next;
    if (most > SHORT) { // else nobody asks for them
      recent = recent.with(occurrences);
    }
    changed = true;
  }

  /** Takes others instead. */
  void replace(Activities others) {
    all = others;
    changed = true;
    whole = true;
  }

  /** What to write in the first column, null to leave it. */
  byte @Nullable [] toStore() {
    return changed && asOne() ? ActivitiesCodec.encode(all) : null;
  }

  /** What to write in the second column, null to leave it. */
  byte @Nullable [] recentToStore() {
    if (!changed) {
      return null;
    }
    return asOne() ? NOTHING : ActivitiesCodec.encode(recent);
  }

  /**
   * With r recent occurrences an event writes r / 2 of them on average, and its share of the whole
   * n, which is n / r. The sum is least where r is of the order of the root of n.
   */
  private boolean asOne() {
    return whole || most <= SHORT || recent.occurrences() > 4 * Math.sqrt(most);
  }
}
