package dev.assay.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What holds after a lead was erased. */
@ConfigMapping(prefix = "assay.erasure")
public interface ErasureConfig {

  /** For so long nothing is stored under the keys and addresses of a lead that was erased. */
  @WithDefault("P30D")
  Duration refuseFor();
}
