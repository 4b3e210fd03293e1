package dev.assay.ruleset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the rules of a deployment lie, and how they serve. */
@ConfigMapping(prefix = "assay.rules")
interface RulesConfig {

  /** The folder with {@code lead-scoring.xlsx} and the DRL files. */
  @WithDefault("rules")
  Path directory();

  /**
   * How many assessments may run at once. Each keeps a rule base of its own, some megabytes with
   * hundreds of rows.
   */
  @WithDefault("4")
  int lanes();

  /** Whether a draft must be published with another key than it was uploaded with. */
  @WithDefault("false")
  boolean fourEyes();

  /** How often to look whether another process has published rules: a duration. */
  @WithDefault("1s")
  String followEvery();
}
