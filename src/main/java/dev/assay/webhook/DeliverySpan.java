package dev.assay.webhook;

import dev.assay.tracing.Spans;
import dev.assay.tracing.Traceparent;
import dev.assay.webhook.Answer.Answered;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;

/**
 * One try in the trace of the event that caused the message. It says nothing about the lead, and
 * not the URL either, which may hold a secret of the receiver's.
 */
record DeliverySpan(Span span) {

  static DeliverySpan start(Spans spans, Claimed claimed) {
    return new DeliverySpan(
        spans
            .from(claimed.traceparent(), "webhook delivery")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("assay.message", claimed.message())
            .setAttribute("assay.endpoint", claimed.endpoint())
            .setAttribute("assay.attempt", claimed.attempt())
            .startSpan());
  }

  void addTo(Map<String, String> headers) {
    Traceparent.addTo(headers, span);
  }

  void end(Answer answer, String result) {
    span.setAttribute("assay.result", result);
    if (answer instanceof Answered answered) {
      span.setAttribute("http.response.status_code", answered.status());
    }
    if (!result.equals("delivered")) {
      span.setStatus(StatusCode.ERROR, result);
    }
    span.end();
  }
}
