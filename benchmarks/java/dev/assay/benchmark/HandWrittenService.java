package dev.assay.benchmark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.assessment.Lead;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /v1/evaluate} by hand-written rules on the HTTP server and the JSON library that the
 * service uses, without its checks, keys and metrics. A process of its own.
 */
final class HandWrittenService extends AbstractVerticle {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final int port;

  private HandWrittenService(int port) {
    this.port = port;
  }

  /** Argument: the port to listen on. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    int threads = Runtime.getRuntime().availableProcessors();
    Vertx.vertx()
        .deployVerticle(
            () -> new HandWrittenService(port), new DeploymentOptions().setInstances(threads))
        .onComplete(started -> System.out.println("ready"));
  }

  @Override
  public void start() {
    HttpServer server = vertx.createHttpServer();
    server.requestHandler(call -> call.bodyHandler(body -> answer(call, body))).listen(port);
  }

  private static void answer(HttpServerRequest call, Buffer body) {
    try {
      byte[] json = JSON.writeValueAsBytes(evaluate(JSON.readTree(body.getBytes())));
      call.response().putHeader("content-type", "application/json").end(Buffer.buffer(json));
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  static HandWrittenRules.Verdict evaluate(JsonNode call) throws IOException {
    Lead lead = JSON.treeToValue(call.path("profile"), Lead.class);
    List<HandWrittenRules.Visit> visits = new ArrayList<>();
    for (JsonNode event : call.path("events")) {
      visits.add(
          new HandWrittenRules.Visit(
              event.path("type").textValue(),
              event.path("subject").asText(""),
              OffsetDateTime.parse(event.path("occurredAt").textValue())
                  .toInstant()
                  .toEpochMilli()));
    }
    return new HandWrittenRules(lead, visits, System.currentTimeMillis()).assess();
  }
}
