package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.logging.LogFields;
import dev.assay.tracing.Spans;
import dev.assay.webhook.Answer.Unanswered;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Makes one try: checks the address, signs, posts, judges the answer; or leaves that to a target.
 */
@Singleton
class Courier {
  private static final Logger LOG = Logger.getLogger(Courier.class);

  private final SecretVault vault;
  private final AddressGuard guard;
  private final HttpExchange exchange;
  private final SendToTarget sendToTarget;
  private final RetrySchedule schedule;
  private final Clock clock;
  private final DeliveryTimers timers;
  private final Spans spans;
  private final Duration timeout;

  /** Names may take long to resolve, so no endpoint waits for another's; the queue bounds them. */
  private final ExecutorService resolving =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "webhook-resolver");
            thread.setDaemon(true);
            return thread;
          });

  Courier(
      SecretVault vault,
      AddressGuard guard,
      HttpExchange exchange,
      SendToTarget sendToTarget,
      RetrySchedule schedule,
      Clock clock,
      MeterRegistry meters,
      Spans spans,
      WebhookConfig config) {
    this.vault = vault;
    this.guard = guard;
    this.exchange = exchange;
    this.sendToTarget = sendToTarget;
    this.schedule = schedule;
    this.clock = clock;
    this.timers = new DeliveryTimers(meters);
    this.spans = spans;
    this.timeout = config.sending().timeout();
  }

  /** Never fails: whatever goes wrong is an answer. */
  CompletableFuture<Tried> send(Claimed claimed) {
    Instant at = clock.instant();
    DeliverySpan span = DeliverySpan.start(spans, claimed);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    AtomicReference<Map<String, String>> sent = new AtomicReference<>(Map.of());
    resolving.execute(() -> post(claimed, at, span, sent, answer));
    return answer
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> new Unanswered(describe(failure)))
        .thenApply(
            outcome -> judge(claimed, at, span, Objects.requireNonNull(sent.get()), outcome));
  }

  @PreDestroy
  void close() {
    resolving.shutdownNow();
  }

  private void post(
      Claimed claimed,
      Instant at,
      DeliverySpan span,
      AtomicReference<Map<String, String>> sent,
      CompletableFuture<Answer> answer) {
    try {
      if (claimed.kind() != EndpointKind.WEBHOOK || claimed.contact() != null) {
        sendToTarget.send(claimed, span, sent, answer);
        return;
      }
      Destination destination = guard.check(claimed.url());
      byte[] body = claimed.payload().getBytes(UTF_8);
      List<SigningKey> keys = claimed.keys().open(claimed.endpoint(), vault);
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("content-type", "application/json");
      headers.put("user-agent", "Assay-Webhooks");
      headers.put("webhook-id", claimed.message());
      headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
      headers.put("webhook-signature", Signature.sign(keys, claimed.message(), at, body));
      span.addTo(headers);
      sent.set(headers);
      exchange.send(
          HttpMethod.POST,
          destination.url(),
          destination.address(claimed.attemptInRound()),
          headers,
          body,
          answer);
    } catch (RefusedUrl refused) {
      answer.complete(new Unanswered("The URL is refused: " + refused.reason()));
    } catch (RuntimeException | SQLException e) {
      answer.completeExceptionally(e);
    }
  }

  private Tried judge(
      Claimed claimed, Instant at, DeliverySpan span, Map<String, String> sent, Answer answer) {
    Instant now = clock.instant();
    Verdict verdict = schedule.judge(answer, claimed.attemptInRound(), now);
    Duration took = Duration.between(at, now);
    timers.record(verdict.result(), took);
    span.end(answer, verdict.result());
    if (verdict instanceof Verdict.Failed || verdict instanceof Verdict.Gone) {
      tell(claimed, answer);
    }
    return new Tried(claimed, at, took, sent, answer, verdict);
  }

  private static void tell(Claimed claimed, Answer answer) {
    try (LogFields fields = LogFields.lead(claimed.lead())) {
      fields.and("message", claimed.message()).and("endpoint", claimed.endpoint());
      LOG.warnf(
          "Message %s was given up after %d tries to endpoint %s: %s",
          claimed.message(),
          claimed.attempt(),
          claimed.endpoint(),
          answer instanceof Answer.Answered answered ? "status " + answered.status() : "no answer");
    }
  }

  private String describe(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "No whole answer within %d ms".formatted(timeout.toMillis());
    }
    String text = message(failure);
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String reason = text.contains(message(root)) ? text : text + ": " + message(root);
    return reason.replace('\0', '\uFFFD');
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
