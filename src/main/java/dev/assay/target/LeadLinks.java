package dev.assay.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of leads' pages in the console.
 *
 * @param console where the console is reached, empty when that is not configured
 */
record LeadLinks(Optional<String> console) {

  LeadLinks {
    console.ifPresent(
        url -> {
          if (!url.matches("https?://[^\\s\"'<>]+")) {
            throw new IllegalStateException(
                "assay.console.url is '%s'; expected where people reach the console, such as https://assay.example.com"
                    .formatted(url));
          }
        });
    console = console.map(url -> url.replaceAll("/+$", ""));
  }

  /** Null when the message is about no lead, or nobody said where the console is. */
  @Nullable String to(@Nullable String lead) {
    return lead == null
        ? null
        : console
            .map(url -> url + "/leads/" + URLEncoder.encode(lead, UTF_8).replace("+", "%20"))
            .orElse(null);
  }
}
