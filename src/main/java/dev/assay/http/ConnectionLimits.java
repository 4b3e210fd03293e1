package dev.assay.http;

/** {@link ConnectionConfig} in the units of a running connection. */
record ConnectionLimits(int maxInAll, int maxOfAddress, ConnectionPace.Limits pace) {

  /** Before anything is configured no connection is accepted. */
  static final ConnectionLimits NONE_ACCEPTED =
      new ConnectionLimits(0, 0, new ConnectionPace.Limits(0, 0, 0, 0, 0));

  static ConnectionLimits of(ConnectionConfig config) {
    return new ConnectionLimits(
        config.maxConnections(),
        config.maxConnectionsPerAddress(),
        new ConnectionPace.Limits(
            config.headerTimeout().toNanos(),
            config.bodyWindow().toNanos(),
            config.minBodyRate().asLongValue() * config.bodyWindow().toMillis() / 1000,
            config.idleTimeout().toNanos(),
            config.writeTimeout().toNanos()));
  }
}
