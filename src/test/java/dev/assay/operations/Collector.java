package dev.assay.operations;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Takes spans over OTLP/HTTP on a loopback port, as a collector does. */
public final class Collector implements QuarkusTestResourceLifecycleManager {
  private static final List<Span> SPANS = new CopyOnWriteArrayList<>();

  private @Nullable HttpServer server;

  /** What was received so far. */
  static List<Span> spans() {
    return SPANS;
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext(
        "/v1/traces",
        exchange -> {
          try (exchange) {
            take(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
    return Map.of(
        "quarkus.otel.sdk.disabled", "false",
        "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + server.getAddress().getPort(),
        "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
        "quarkus.otel.bsp.schedule.delay", "PT0.1S");
  }

  private static void take(byte[] body) throws InvalidProtocolBufferException {
    ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .forEach(scope -> SPANS.addAll(scope.getSpansList()));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
