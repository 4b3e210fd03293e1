package dev.assay.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may be imported. */
@ConfigMapping(prefix = "assay.imports")
interface ImportConfig {

  /** The largest file. Unlike other bodies it is never held in memory. */
  @WithDefault("1G")
  MemorySize largestFile();

  /** Files that may arrive at once, from all callers; each is on disk while it does. */
  @WithDefault("8")
  int maxUploads();

  /** Files that may arrive at once with one key. */
  @WithDefault("2")
  int maxUploadsPerKey();

  /** Lines of a file at most. */
  @WithDefault("5000000")
  long mostLines();
}
