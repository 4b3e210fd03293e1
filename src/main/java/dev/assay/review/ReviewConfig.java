package dev.assay.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often leads are reviewed and counted. */
// Schedules read these by their names.
@ConfigMapping(prefix = "assay.review")
interface ReviewConfig {

  /**
   * How often to look for leads that are due or not on the live rules: a duration, or {@code off}
   * for a process that leaves them to others.
   */
  @WithDefault("1s")
  String every();

  /** How often to count the leads that are behind, for the metrics: a duration, or {@code off}. */
  @WithDefault("15s")
  String countEvery();
}
