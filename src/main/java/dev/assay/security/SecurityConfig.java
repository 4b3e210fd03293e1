package dev.assay.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What an operator can set about access. */
@ConfigMapping(prefix = "assay.security")
interface SecurityConfig {

  /**
   * The admin key to store when the database has no usable one, {@code assay_<id>_<secret>}; else
   * one is made and written to {@link #adminKeyFile}.
   */
  Optional<String> adminKey();

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
