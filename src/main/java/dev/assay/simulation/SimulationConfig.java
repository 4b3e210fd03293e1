package dev.assay.simulation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a simulation may take of the machine. */
@ConfigMapping(prefix = "assay.simulation")
interface SimulationConfig {

  /** Threads that assess; the intake shares the processors with them. */
  @WithDefault("2")
  int threads();

  /** Simulations whose results are kept; the oldest is forgotten for a new one. */
  @WithDefault("4")
  int kept();

  /** Leads that change stage and are listed; more are only counted. About 300 bytes each. */
  @WithDefault("100000")
  int listed();
}
