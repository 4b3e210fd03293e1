package dev.assay.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands.
 *
 * @param stage null for none
 * @param owner null for nobody
 */
public record Standing(
    int score,
    int fit,
    int engagement,
    @Nullable String grade,
    @Nullable String band,
    @Nullable String stage,
    @Nullable String owner) {

  /** Of a lead that was never assessed. */
  public static final Standing NONE = new Standing(0, 0, 0, null, null, null, null);
}
