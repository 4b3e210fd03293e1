package dev.assay.ruleset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A version went live. The last publication says which version is.
 *
 * @param sequence counts publications from 1
 * @param replaced the version that was live before, null for the first
 * @param announce whether stage changes that come of the new rules alone are sent
 * @param publishedBy id of the key, null when the service did it itself at its start
 * @param reassessedAt when the last lead was assessed under it, null while some are not
 */
record Publication(
    int sequence,
    int ruleset,
    @Nullable Integer replaced,
    String comment,
    boolean announce,
    @Nullable String publishedBy,
    Instant publishedAt,
    @Nullable Instant reassessedAt) {

  /** The one after the last, null if there is none before it. */
  static Publication after(
      @Nullable Publication last,
      int ruleset,
      String comment,
      boolean announce,
      @Nullable String publishedBy,
      Instant publishedAt) {
    return new Publication(
        last == null ? 1 : last.sequence + 1,
        ruleset,
        last == null ? null : last.ruleset,
        comment,
        announce,
        publishedBy,
        publishedAt.truncatedTo(ChronoUnit.MICROS), // what the database keeps of it
        null);
  }

  /** As it is told. */
  PublicationView view() {
    return new PublicationView(
        ruleset, replaced, publishedAt, publishedBy, comment, announce, reassessedAt);
  }
}
