package dev.assay.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Begins spans, which do nothing and tell nobody while traces are switched off. */
@Singleton
public class Spans {
  private final Tracer tracer;

  /** What is disabled would still make up traces of its own, only to drop them. */
  Spans(
      OpenTelemetry telemetry,
      @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean switchedOff) {
    this.tracer = (switchedOff ? OpenTelemetry.noop() : telemetry).getTracer("dev.assay");
  }

  /** A span that goes on from there; the first of a new trace for null. */
  public SpanBuilder from(@Nullable String traceparent, String name) {
    return tracer.spanBuilder(name).setParent(Traceparent.context(traceparent));
  }
}
