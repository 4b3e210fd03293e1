package dev.assay.webhook;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What messages say of the console. */
@ConfigMapping(prefix = "assay.console")
interface ConsoleConfig {

  /**
   * Where people reach the console, such as {@code https://assay.example.com}, for links in chats
   * and mails.
   */
  Optional<String> url();
}
