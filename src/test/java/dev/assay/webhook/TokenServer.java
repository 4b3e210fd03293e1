package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of OAuth 2.0 on a loopback port: gives out token-1, token-2 and so on. */
final class TokenServer implements AutoCloseable {

  private final Receiver receiver;
  private final Semaphore answers = new Semaphore(1_000_000);
  private final AtomicInteger given = new AtomicInteger();
  private volatile int status = 200;
  private volatile String answer;

  private TokenServer(String answer) {
    this.answer = answer;
    this.receiver =
        new Receiver(
            (exchange, request) -> {
              answers.acquireUninterruptibly();
              answers.release();
              int number = given.incrementAndGet();
              byte[] body = this.answer.replace("#", "token-" + number).getBytes(UTF_8);
              exchange.getResponseHeaders().set("Location", url());
              exchange.sendResponseHeaders(status, body.length);
              exchange.getResponseBody().write(body);
            });
  }

  static TokenServer givingForAnHour() {
    return new TokenServer(
        "{\"access_token\":\"#\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
  }

  /** As Salesforce does. */
  static TokenServer notSayingForHowLong() {
    return new TokenServer("{\"access_token\":\"#\",\"token_type\":\"Bearer\"}");
  }

  /** From now on it answers this; # stands for the next token. */
  void answer(int status, String answer) {
    this.status = status;
    this.answer = answer;
  }

  /** From now on requests are received but not answered. */
  void hold() {
    answers.drainPermits();
  }

  void release() {
    answers.release(1_000_000);
  }

  String url() {
    return receiver.url().replaceAll("/hook.*", "/oauth/v2/token");
  }

  List<Receiver.Request> requests() {
    return receiver.requests();
  }

  /** The form that was posted. */
  String form(int request) {
    Receiver.Request posted = requests().get(request);
    String type = Objects.requireNonNull(posted.headers().get("Content-type")).get(0);
    if (!type.equals("application/x-www-form-urlencoded")) {
      throw new AssertionError("It is of type " + type);
    }
    return posted.body();
  }

  @Override
  public void close() {
    release();
    receiver.close();
  }
}
