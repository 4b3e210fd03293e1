package dev.assay.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What an operator can set about access. */
@ConfigMapping(prefix = "assay.security")
interface SecurityConfig {

  /** Where the first admin key is written when the database has no usable one. */
  @WithDefault("data/admin.key")
  Path adminKeyFile();

  /**
   * Whether /q/metrics needs an admin key and /q/openapi and /q/swagger-ui any key. Off by default,
   * because these paths hold nothing about leads and the service listens on the local host only.
   */
  @WithDefault("false")
  boolean protectManagement();
}
