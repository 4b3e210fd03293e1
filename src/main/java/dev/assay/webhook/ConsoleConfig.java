package dev.assay.webhook;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings under {@code assay.console}. */
@ConfigMapping(prefix = "assay.console")
interface ConsoleConfig {

  /** Where people reach the console, such as {@code https://assay.example.com}. */
  Optional<String> url();
}
