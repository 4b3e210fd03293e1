package dev.assay.webhook;

import dev.assay.webhook.Answer.Answered;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Calls over HTTP/1.1 one checked address, while the host name stays what TLS verifies and the
 * receiver sees. Follows no redirect.
 */
final class HttpExchange {

  /** How much of an answer is kept, unless somebody wants to read all of it. */
  static final int KEPT_BYTES = 4096;

  /** How much of an answer is read; then the connection is closed instead of used again. */
  static final int READ_BYTES = 65_536;

  private final HttpClient client;

  HttpExchange(Vertx vertx, HttpClientOptions options, int connections) {
    this.client =
        vertx.createHttpClient(
            options
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setTrustAll(false)
                .setVerifyHost(true)
                .setMaxPoolSize(connections)
                .setKeepAliveTimeout(10)
                // A try has a span of its own.
                .setTracingPolicy(TracingPolicy.IGNORE));
  }

  /** Sends, and keeps the beginning of the answer. */
  void send(
      HttpMethod method,
      WebhookUrl url,
      InetAddress address,
      Map<String, String> headers,
      byte[] body,
      CompletableFuture<Answer> answer) {
    send(method, url, address, headers, body, KEPT_BYTES, answer);
  }

  /**
   * @param most bytes of the answer that are kept
   * @param answer completed with the outcome; completing it from outside ends the exchange
   */
  void send(
      HttpMethod method,
      WebhookUrl url,
      InetAddress address,
      Map<String, String> headers,
      byte[] body,
      int most,
      CompletableFuture<Answer> answer) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
            .setHost(url.host())
            .setPort(url.port())
            .setSsl(url.secure())
            .setURI(url.requestUri())
            .setFollowRedirects(false);
    headers.forEach(options::putHeader);
    client
        .request(options)
        .onFailure(answer::completeExceptionally)
        .onSuccess(request -> send(request, body, most, answer));
  }

  void close() {
    client.close();
  }

  private static void send(
      HttpClientRequest request, byte[] body, int most, CompletableFuture<Answer> answer) {
    var unused =
        answer.whenComplete(
            (outcome, failure) -> {
              if (failure != null) {
                request.reset();
              }
            });
    // Without it each exchange that is given up would be an error in the log.
    request.exceptionHandler(answer::completeExceptionally);
    request
        .send(Buffer.buffer(body))
        .onFailure(answer::completeExceptionally)
        .onSuccess(response -> read(request, response, most, answer));
  }

  private static void read(
      HttpClientRequest request,
      HttpClientResponse response,
      int most,
      CompletableFuture<Answer> answer) {
    Buffer kept = Buffer.buffer();
    long[] seen = {0};
    response.exceptionHandler(answer::completeExceptionally);
    response.endHandler(end -> answer.complete(answered(response, kept, seen[0], most)));
    response.handler(
        chunk -> {
          seen[0] += chunk.length();
          kept.appendBuffer(chunk, 0, Math.min(chunk.length(), most - kept.length()));
          if (seen[0] > READ_BYTES) {
            answer.complete(answered(response, kept, seen[0], most));
            request.reset();
          }
        });
  }

  private static Answer answered(HttpClientResponse response, Buffer kept, long seen, int most) {
    String body = Excerpt.of(kept.getBytes(), seen <= kept.length(), most);
    return new Answered(response.statusCode(), body, response.getHeader("Retry-After"));
  }
}
