package dev.assay.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many connections there may be, and how slow they may be. */
@ConfigMapping(prefix = "assay.http")
interface ConnectionConfig {

  /** Connections at once. */
  @WithDefault("4000")
  int maxConnections();

  /** Connections at once from one address; a proxy in front is one address. */
  @WithDefault("1000")
  int maxConnectionsPerAddress();

  /**
   * The time in which the head of a request has to arrive: from when the connection was accepted,
   * and on one that is used again from the first byte of the next request.
   */
  @WithDefault("15S")
  Duration headerTimeout();

  /** Bytes of a body that have to arrive each second, as a mean over {@link #bodyWindow}. */
  @WithDefault("500")
  MemorySize minBodyRate();

  /** The time over which the rate of a body is measured. */
  @WithDefault("15S")
  Duration bodyWindow();

  /** A connection on which nothing is asked and answered for so long is closed. */
  @WithDefault("75S")
  Duration idleTimeout();

  /** A connection whose client reads nothing of its answer for so long is closed. */
  @WithDefault("60S")
  Duration writeTimeout();
}
