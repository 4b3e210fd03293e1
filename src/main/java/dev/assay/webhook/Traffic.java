package dev.assay.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an endpoint's deliveries.
 *
 * @param waiting deliveries yet to be made, counted up to {@link #MOST}
 * @param failed deliveries that failed for good, tests left out, counted up to {@link #MOST}
 * @param lastSuccess when one of its latest deliveries was taken; null if none was
 */
public record Traffic(int waiting, int failed, @Nullable Instant lastSuccess) {

  /** More than so many are not counted. */
  public static final int MOST = 1_000;

  /** Of an endpoint to which nothing was sent. */
  public static final Traffic NONE = new Traffic(0, 0, null);
}
