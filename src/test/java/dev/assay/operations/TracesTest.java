package dev.assay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.assay.client.Assay;
import dev.assay.security.Keys;
import dev.assay.webhook.Receiver;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One trace goes from the post of an event to the webhook that tells of it. */
@QuarkusTest
@TestProfile(Observed.class)
@QuarkusTestResource(value = Collector.class, restrictToAnnotatedClass = true)
class TracesTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";

  private final String lead = Assay.newLead();

  @Test
  void aCallersTraceGoesOnToTheReceiver() {
    try (Receiver receiver = Receiver.answering(200)) {
      Webhooks.register(receiver.url());
      Assay.put(
          lead, "{\"email\":\"kim@example.com\",\"title\":\"VP of Sales\",\"employees\":300}");

      Keys.as(Keys.with("ingest", "sales"))
          .header("traceparent", "00-%s-%s-01".formatted(TRACE, CALLER))
          .contentType(ContentType.JSON)
          .body("{\"id\":\"e-1\",\"lead\":\"%s\",\"type\":\"demo_request\"}".formatted(lead))
          .post("/v1/events")
          .then()
          .statusCode(200);

      await().atMost(SOON).until(() -> spans().size() == 2);
      Span taken = span("POST /v1/events");
      Span delivered = span("webhook delivery");
      assertThat(hex(taken.getParentSpanId())).isEqualTo(CALLER);
      assertThat(delivered.getParentSpanId()).isEqualTo(taken.getSpanId());
      assertThat(Objects.requireNonNull(receiver.requests().get(0).headers().get("Traceparent")))
          .containsExactly("00-%s-%s-01".formatted(TRACE, hex(delivered.getSpanId())));
      assertThat(Collector.spans().toString()).doesNotContain("kim", "example.com");
    }
  }

  private static List<Span> spans() {
    return Collector.spans().stream().filter(span -> hex(span.getTraceId()).equals(TRACE)).toList();
  }

  private static Span span(String name) {
    return spans().stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
