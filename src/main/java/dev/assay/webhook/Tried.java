package dev.assay.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A claimed delivery after its try.
 *
 * @param sent the headers of the request, empty when none was made
 */
record Tried(
    Claimed claimed,
    Instant at,
    Duration took,
    Map<String, String> sent,
    Answer answer,
    Verdict verdict) {

  Tried {
    sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
  }

  Instant ended() {
    return at.plus(took);
  }

  /** The same, but this was the last try. */
  Tried withoutRetry() {
    return verdict instanceof Verdict.Retried
        ? new Tried(claimed, at, took, sent, answer, new Verdict.Failed())
        : this;
  }
}
