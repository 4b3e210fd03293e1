package dev.assay.check;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of all leads with their logs.
 *
 * @param repair whether what is different is to be repaired
 * @param leads compared so far
 * @param otherRules of these, leads that were assessed by other rules than the live ones, of which
 *     all but the score was compared
 * @param differences found so far
 * @param repaired leads taken again from their logs so far
 * @param finishedAt null while it runs
 */
@Schema(description = "One comparison of all leads with their logs")
record Check(
    int id,
    boolean repair,
    long leads,
    long otherRules,
    long differences,
    long repaired,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Leads a second, null until it is finished. */
  public @Nullable Long getLeadsPerSecond() {
    return finishedAt == null
        ? null
        : leads * 1000 / Math.max(1, Duration.between(startedAt, finishedAt).toMillis());
  }
}
