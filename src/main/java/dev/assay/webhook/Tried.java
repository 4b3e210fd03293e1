package dev.assay.webhook;

import java.time.Duration;
import java.time.Instant;

/** A claimed delivery after its try. */
record Tried(Claimed claimed, Instant at, Duration took, Answer answer, Verdict verdict) {

  /** The same, but this was the last try. */
  Tried withoutRetry() {
    return verdict instanceof Verdict.Retried
        ? new Tried(claimed, at, took, answer, new Verdict.Failed())
        : this;
  }
}
