package dev.assay.ruleset;

import java.nio.file.Path;

/** The settings of one more process. */
record TestConfig(Path directory, boolean fourEyes) implements RulesConfig {
  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public String followEvery() {
    return "off";
  }
}
