package dev.assay.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where messages may go, and how they are sent. TLS verification cannot be switched off. */
@ConfigMapping(prefix = "assay.webhook")
interface WebhookConfig {

  /** Whether endpoints may have plain {@code http} URLs; opens port 80 too. */
  @WithDefault("false")
  boolean allowHttp();

  /**
   * Internal receivers, each {@code host} or {@code host:port}: what may be reached although its
   * address, scheme or port would be refused.
   */
  Optional<Set<String>> allowedHosts();

  /** Ports that endpoints may have besides 443, and 80 with {@link #allowHttp}. */
  Optional<Set<Integer>> allowedPorts();

  /**
   * Base64 of the 32 bytes that encrypt the endpoints' secrets. Without it the key is in {@link
   * #encryptionKeyFile}.
   */
  Optional<String> encryptionKey();

  /**
   * Base64 of the keys that were {@link #encryptionKey} before. What they encrypted is encrypted
   * with the present one at the next start; then they can go.
   */
  Optional<List<String>> previousEncryptionKeys();

  /** Where the service keeps the key that it makes when none is configured. */
  @WithDefault("data/webhook.key")
  Path encryptionKeyFile();

  Sending sending();

  /** How deliveries are sent. */
  interface Sending {

    /** Whether this process sends; others may still do. */
    @WithDefault("true")
    boolean enabled();

    /** Deliveries under way at once, all endpoints together. */
    @WithDefault("512")
    int concurrency();

    /** Deliveries under way at once to one endpoint. */
    @WithDefault("8")
    int concurrencyPerEndpoint();

    /** The most that one try may take: name resolution, connection, request and answer. */
    @WithDefault("15s")
    Duration timeout();

    /** After so long another process takes over a delivery whose process died. */
    @WithDefault("25s")
    Duration lease();

    /** How often to look for due deliveries when nothing wakes the sender. */
    @WithDefault("1s")
    Duration poll();
  }
}
