package dev.assay.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are taken in. */
@ConfigMapping(prefix = "assay.pipeline")
public interface PipelineConfig {

  /**
   * Threads that write batches, each with a database connection of its own. While little waits, one
   * of them does it all.
   */
  @WithDefault("2")
  int workers();

  /** Pieces of work after which a transaction takes in no further call. */
  @WithDefault("500")
  int batchSize();

  /** Pieces of work that may wait or be under way; past it callers are told to come back. */
  @WithDefault("20000")
  int capacity();

  /** How leads are assessed again while nobody waits for it. */
  Background background();

  /** What is done beside the events. */
  interface Background {

    /**
     * Threads that assess leads again, each with a database connection of its own. While events
     * come, one of them does it all.
     */
    @WithDefault("2")
    int workers();

    /**
     * Leads of one transaction. An event of one of them has to wait until it ends, so it is small.
     */
    @WithDefault("200")
    int batchSize();

    /**
     * The part of its time that each thread beside the events gets however busy these are, from 0
     * to 1.
     */
    @WithDefault("0.1")
    double leastShare();
  }
}
