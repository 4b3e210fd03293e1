package dev.assay.webhook;

import org.jspecify.annotations.Nullable;

/** What came of one HTTP try. */
sealed interface Answer {

  /**
   * The receiver answered.
   *
   * @param body the first 4 KB
   * @param retryAfter the header as sent
   */
  record Answered(int status, String body, @Nullable String retryAfter) implements Answer {}

  /**
   * No whole answer came, or the message was not even sent.
   *
   * @param lasting whether another try would end the same
   */
  record Unanswered(String error, boolean lasting) implements Answer {

    Unanswered(String error) {
      this(error, false);
    }
  }
}
