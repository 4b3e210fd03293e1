package dev.assay.webhook;

import dev.assay.webhook.Answer.Answered;
import dev.assay.webhook.Answer.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What some tries say of their endpoint.
 *
 * @param failures after the last success
 * @param failingSince when the first of these ended, null for none
 * @param pausedUntil how long the endpoint asks to be left alone, null for not at all
 * @param gone whether it wants no more
 */
record Outcome(
    String endpoint,
    int successes,
    int failures,
    @Nullable Instant failingSince,
    @Nullable Instant pausedUntil,
    boolean gone) {

  /** Too much, or nobody there who could do it: what is sent meanwhile makes it worse. */
  private static final Set<Integer> OVERLOADED = Set.of(429, 502, 503, 504);

  /** One message may have to wait for longer, but it does not hold all others for a day. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** One for each endpoint, sorted by it. The tries are taken in their order. */
  static List<Outcome> of(List<Tried> tries) {
    Map<String, List<Tried>> byEndpoint = new LinkedHashMap<>();
    for (Tried tried : tries) {
      if (tried.claimed().contact() != null
          || tried.answer() instanceof Unanswered nothing && nothing.lasting()) {
        // Nothing was sent to it; where nothing could be, that is the message's fault or the
        // template's.
        continue;
      }
      byEndpoint
          .computeIfAbsent(tried.claimed().endpoint(), endpoint -> new ArrayList<>())
          .add(tried);
    }
    return byEndpoint.keySet().stream()
        .sorted()
        .map(endpoint -> of(endpoint, byEndpoint.getOrDefault(endpoint, List.of())))
        .toList();
  }

  private static Outcome of(String endpoint, List<Tried> tries) {
    int successes = 0;
    int failures = 0;
    Instant since = null;
    Instant pause = null;
    boolean gone = false;
    for (Tried tried : tries) {
      if (tried.verdict() instanceof Verdict.Delivered) {
        successes++;
        failures = 0;
        since = null;
        continue;
      }
      Instant ended = tried.ended();
      failures++;
      since = since == null ? ended : since;
      pause = later(pause, askedFor(tried.answer(), ended));
      gone |= tried.verdict() instanceof Verdict.Gone;
    }
    return new Outcome(endpoint, successes, failures, since, pause, gone);
  }

  private static @Nullable Instant askedFor(Answer answer, Instant ended) {
    if (answer instanceof Answered answered && OVERLOADED.contains(answered.status())) {
      Duration asked = RetryAfter.parse(answered.retryAfter(), ended);
      return ended.plus(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    }
    return null;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}
