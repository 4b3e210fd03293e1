package dev.assay.webhook;

import java.time.Instant;
import java.util.Locale;

/** What one try means for the delivery. */
sealed interface Verdict {

  /** The receiver took it. */
  record Delivered() implements Verdict {}

  /** To be tried again then. */
  record Retried(Instant at) implements Verdict {}

  /** The last try failed. */
  record Failed() implements Verdict {}

  /** The receiver wants no more (410): its endpoint is disabled. */
  record Gone() implements Verdict {}

  /** What became of the try, in a word for metrics and traces. */
  default String result() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The state the delivery takes, as stored. */
  default String state() {
    if (this instanceof Delivered) {
      return "delivered";
    }
    return this instanceof Retried ? "pending" : "failed";
  }
}
