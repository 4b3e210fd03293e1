package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A receiver of webhooks on a loopback port. */
public final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Semaphore answers = new Semaphore(Integer.MAX_VALUE);
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** A request as received. */
  public record Request(Map<String, List<String>> headers, String body) {

    public String id() {
      return Objects.requireNonNull(headers.get("Webhook-id")).get(0);
    }

    public String timestamp() {
      return Objects.requireNonNull(headers.get("Webhook-timestamp")).get(0);
    }

    public List<String> signatures() {
      return List.of(Objects.requireNonNull(headers.get("Webhook-signature")).get(0).split(" "));
    }

    public void verifyWith(String secret) throws Exception {
      new Webhook(secret).verify(body, headers);
    }
  }

  interface Behaviour {
    void answer(HttpExchange exchange, Request request) throws IOException;
  }

  Receiver(Behaviour behaviour) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Request request = new Request(Map.copyOf(exchange.getRequestHeaders()), body);
            requests.add(request);
            behaviour.answer(exchange, request);
          }
        });
    server.start();
  }

  /** Answers with this status, these headers (name, value, …) and a short body. */
  public static Receiver answering(int status, String... headers) {
    return new Receiver(
        (exchange, request) -> {
          for (int header = 0; header < headers.length; header += 2) {
            exchange.getResponseHeaders().set(headers[header], headers[header + 1]);
          }
          byte[] body = ("status " + status).getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  /** Answers 200 to all, with this text. */
  public static Receiver saying(String text) {
    return new Receiver(
        (exchange, request) -> {
          byte[] body = text.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  /** Answers 200, but not while it is held. */
  public static Receiver holding() {
    Semaphore answers = new Semaphore(Integer.MAX_VALUE);
    Receiver receiver =
        new Receiver(
            (exchange, request) -> {
              answers.acquireUninterruptibly();
              answers.release();
              exchange.sendResponseHeaders(200, -1);
            });
    receiver.answers = answers;
    return receiver;
  }

  /** From now on requests are received but not answered. */
  public void hold() {
    answers.drainPermits();
  }

  /** Answers what waits, and what comes. */
  public void release() {
    answers.release(1_000_000);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=b";
  }

  public List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
