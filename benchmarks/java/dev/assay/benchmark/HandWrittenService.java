package dev.assay.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * {@code POST /v1/evaluate} by hand-written rules on the HTTP server and the JSON library that the
 * service uses, without its checks, keys and metrics. A process of its own.
 */
final class HandWrittenService extends AbstractVerticle {
  private static final ObjectMapper JSON = new ObjectMapper();

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
      JsonNode sent = JSON.readTree(body.getBytes());
      HandWrittenRules.Verdict verdict = HandWrittenCall.evaluate(sent, System.currentTimeMillis());
      byte[] json = JSON.writeValueAsBytes(verdict);
      call.response().putHeader("content-type", "application/json").end(Buffer.buffer(json));
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
