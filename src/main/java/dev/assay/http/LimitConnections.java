package dev.assay.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/**
 * Sets the limits before the first connection is accepted, and shows on the page of metrics how
 * many connections there are and how many were closed.
 */
@Singleton
@Startup
class LimitConnections {
  LimitConnections(ConnectionConfig config, MeterRegistry meters) {
    OpenConnections open = OpenConnections.OF_PROCESS;
    open.limit(ConnectionLimits.of(config));
    Gauge.builder("assay.http.connections", open, OpenConnections::all)
        .description("Connections that are open")
        .register(meters);
    FunctionCounter.builder("assay.http.connections.refused", open, OpenConnections::refused)
        .description("Connections that were one too many")
        .register(meters);
    FunctionCounter.builder("assay.http.connections.slow", open, OpenConnections::tooSlow)
        .description(
            "Connections that were closed because the client was too slow, or asked nothing")
        .register(meters);
  }
}
