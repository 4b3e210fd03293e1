package dev.assay.webhook;

import dev.assay.target.OAuth;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The access tokens of this process, in memory alone. Whoever calls with the same credentials uses
 * the same token, and one at a time fetches it.
 */
@Singleton
class AccessTokens {

  /**
   * A token that is refused sooner stays: the next would fare no better, and servers give out so
   * many only.
   */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final FetchToken fetchToken;
  private final Clock clock;
  private final Map<OAuth, CompletableFuture<AccessToken>> tokens = new ConcurrentHashMap<>();

  AccessTokens(FetchToken fetchToken, Clock clock) {
    this.fetchToken = fetchToken;
    this.clock = clock;
  }

  /**
   * The token to call with, now or once it is fetched. May block while a name is resolved.
   *
   * @param attempt chooses among the server's addresses
   */
  CompletableFuture<AccessToken> current(OAuth oauth, int attempt) {
    Instant now = clock.instant();
    CompletableFuture<AccessToken> another = new CompletableFuture<>();
    CompletableFuture<AccessToken> used =
        tokens.merge(oauth, another, (present, next) -> isOver(present, now) ? next : present);
    if (used == another) {
      tokens.values().removeIf(one -> isOver(one, now));
      fetchToken.fetch(oauth, attempt, another);
    }
    return used;
  }

  /** The receiver does not take it (any more): the next call fetches another. */
  void refused(OAuth oauth, AccessToken token) {
    if (!clock.instant().isBefore(token.from().plus(FRESH))) {
      tokens.computeIfPresent(
          oauth, (key, present) -> token.equals(present.getNow(null)) ? null : present);
    }
  }

  private static boolean isOver(CompletableFuture<AccessToken> token, Instant now) {
    return token.isCompletedExceptionally()
        || (token.isDone() && !now.isBefore(token.join().until()));
  }
}
