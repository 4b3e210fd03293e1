package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.target.OAuth;
import dev.assay.webhook.Answer.Answered;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks a server of OAuth for a token: under the same guard and by the same way as deliveries. */
@Singleton
class FetchToken {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What may stand in a header. */
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,8192}");

  /** Such as invalid_client or Access Denied; whatever else it says is not repeated. */
  private static final Pattern ERROR = Pattern.compile("(?=.{1,40}$)[A-Za-z]+([_ ][A-Za-z]+)+");

  private final AddressGuard guard;
  private final HttpExchange exchange;
  private final Clock clock;
  private final Duration timeout;

  FetchToken(AddressGuard guard, HttpExchange exchange, Clock clock, WebhookConfig config) {
    this.guard = guard;
    this.exchange = exchange;
    this.clock = clock;
    // Some of the time of the whole try is for the delivery, and to tell that this took too long.
    this.timeout = config.sending().timeout().multipliedBy(2).dividedBy(3);
  }

  /**
   * May block while the name is resolved.
   *
   * @param attempt chooses among the server's addresses
   * @param token completed with the outcome, now or later; a failure is {@link NoToken}
   */
  void fetch(OAuth oauth, int attempt, CompletableFuture<AccessToken> token) {
    Instant at = clock.instant();
    try {
      Destination destination = guard.check(oauth.tokenUrl());
      CompletableFuture<Answer> answer = new CompletableFuture<>();
      var unused =
          answer
              .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete((outcome, failure) -> read(oauth, at, outcome, failure, token))
              // Whatever else may happen, nobody waits for a token for ever.
              .whenComplete((outcome, failure) -> giveUp(token, failure));
      exchange.send(
          HttpMethod.POST,
          destination.url(),
          destination.address(attempt),
          Map.of(
              "content-type",
              "application/x-www-form-urlencoded",
              "accept",
              "application/json",
              "user-agent",
              "Assay-Webhooks"),
          oauth.form().getBytes(UTF_8),
          HttpExchange.READ_BYTES,
          answer);
    } catch (RefusedUrl refused) {
      token.completeExceptionally(new NoToken("the token URL is refused: " + refused.reason()));
    } catch (RuntimeException failure) {
      token.completeExceptionally(new NoToken(named(oauth) + " cannot be called", failure));
    }
  }

  private static void giveUp(CompletableFuture<AccessToken> token, @Nullable Throwable failure) {
    if (failure != null) {
      token.completeExceptionally(failure);
    }
  }

  private void read(
      OAuth oauth,
      Instant at,
      @Nullable Answer answer,
      @Nullable Throwable failure,
      CompletableFuture<AccessToken> token) {
    if (answer instanceof Answered answered) {
      JsonNode said = json(answered.body());
      String value = said.path("access_token").asText();
      if (answered.status() == 200 && TOKEN.matcher(value).matches()) {
        token.complete(AccessToken.of(value, at, said.path("expires_in").asLong()));
      } else {
        token.completeExceptionally(
            new NoToken(named(oauth) + objection(oauth, answered.status(), said)));
      }
    } else if (failure == null || failure instanceof TimeoutException) {
      String late = " gave no whole answer within %d ms".formatted(timeout.toMillis());
      token.completeExceptionally(new NoToken(named(oauth) + late));
    } else {
      token.completeExceptionally(new NoToken(named(oauth) + " gave no answer", failure));
    }
  }

  /** Some servers answer 200 to all. */
  private static String objection(OAuth oauth, int status, JsonNode said) {
    String error = said.path("error").asText();
    boolean shown = ERROR.matcher(error).matches() && !oauth.isToldBy(error);
    return " answered status %d%s%s"
        .formatted(
            status,
            status == 200 ? " without a usable access_token" : "",
            shown ? " (" + error + ")" : "");
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException none) {
      return JSON.missingNode();
    }
  }

  private static String named(OAuth oauth) {
    return "the token URL " + EndpointRequest.shown(oauth.tokenUrl());
  }
}
