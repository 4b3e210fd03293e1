package dev.assay.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set about access. */
@ConfigMapping(prefix = "assay.security")
interface SecurityConfig {

  /**
   * The admin key to store when the database has no usable one, {@code assay_<id>_<secret>}.
   * Without it the service makes one and writes it to {@link #adminKeyFile}.
   */
  Optional<String> adminKey();

  /** Where the first admin key is written when the database has no usable one. */
  @WithDefault("data/admin.key")
  Path adminKeyFile();

  /**
   * Whether {@code /q/metrics} needs an admin key, and {@code /q/openapi} and {@code /q/swagger-ui}
   * any key. Off by default, because these paths hold nothing about leads and the service listens
   * on the local host only.
   */
  @WithDefault("false")
  boolean protectManagement();

  /** After so long without use a session of the console ends. */
  @WithDefault("PT8H")
  Duration sessionIdle();

  /** After so long a session of the console ends, used or not. */
  @WithDefault("P7D")
  Duration sessionLifetime();
}
