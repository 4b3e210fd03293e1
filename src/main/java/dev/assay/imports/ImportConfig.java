package dev.assay.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What may be imported, and how files arrive. */
@ConfigMapping(prefix = "assay.imports")
interface ImportConfig {

  /** The largest file. Unlike other bodies it is never held in memory. */
  @WithDefault("1G")
  MemorySize largestFile();

  /** Lines of a file at most. */
  @WithDefault("5000000")
  long mostLines();

  /**
   * Where a file lies while it arrives; the service makes the folder, which only its own user can
   * read. It may take as much as {@link #maxUploads} of the largest files.
   */
  @WithDefault("data/uploads")
  Path uploadDirectory();

  /** Files that may arrive at once, in this process. */
  @WithDefault("8")
  int maxUploads();

  /** Files that may arrive at once with the same key, in this process. */
  @WithDefault("2")
  int maxUploadsPerKey();

  /** Bytes a second at which a file must arrive, on average over {@link #uploadRateWindow}. */
  @WithDefault("1K")
  MemorySize minUploadRate();

  /** The time over which the rate of an upload is measured. */
  @WithDefault("PT30S")
  Duration uploadRateWindow();
}
