package dev.assay.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a trace as text, the way the header of that name has it (W3C Trace Context). */
public final class Traceparent {
  private static final String NAME = "traceparent";
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  private Traceparent() {}

  /** Where this thread is, null when nothing is traced. Cheap then. */
  public static @Nullable String current() {
    Span span = Span.current();
    if (!span.getSpanContext().isValid()) {
      return null;
    }
    String[] text = new String[1];
    W3C.inject(
        Context.current(),
        text,
        (carrier, name, value) -> {
          if (carrier != null && name.equals(NAME)) {
            carrier[0] = value;
          }
        });
    return text[0];
  }

  /** The place to go on from; the beginning of a new trace for null and for what cannot be read. */
  public static Context context(@Nullable String traceparent) {
    return traceparent == null
        ? Context.root()
        : W3C.extract(Context.root(), traceparent, Getter.INSTANCE);
  }

  /** Adds the headers that tell a receiver where the span is. */
  public static void addTo(Map<String, String> headers, Span span) {
    W3C.inject(
        Context.root().with(span),
        headers,
        (carrier, name, value) -> {
          if (carrier != null) {
            carrier.put(name, value);
          }
        });
  }

  private enum Getter implements TextMapGetter<String> {
    INSTANCE;

    @Override
    public Iterable<String> keys(String traceparent) {
      return List.of(NAME);
    }

    @Override
    public @Nullable String get(@Nullable String traceparent, String name) {
      return name.equals(NAME) ? traceparent : null;
    }
  }
}
