package dev.assay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The database that the service starts when none is configured. */
// Assay reads it by its name, before the platform starts.
@ConfigMapping(prefix = "assay.database")
interface DatabaseConfig {

  /** Where it keeps its data. */
  @WithDefault("data/postgresql")
  Path directory();
}
