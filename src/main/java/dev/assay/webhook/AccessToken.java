package dev.assay.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * What proves who calls, until it ends.
 *
 * @param value a secret
 * @param from when it was asked for
 * @param until when another one is to be fetched
 */
record AccessToken(String value, Instant from, Instant until) {

  /** A token is left alone so long before it ends: calls take time, and clocks differ. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** For servers that do not say. The shortest session of Salesforce is as long. */
  private static final Duration USUAL = Duration.ofMinutes(15);

  /** Whoever promises more is asked again all the same: some give milliseconds. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * @param seconds that it lasts, 0 for unknown
   */
  static AccessToken of(String value, Instant from, long seconds) {
    Duration lasts = seconds <= 0 ? USUAL : Duration.ofSeconds(seconds);
    Duration bounded = lasts.compareTo(LONGEST) > 0 ? LONGEST : lasts;
    Duration half = bounded.dividedBy(2);
    Duration margin = half.compareTo(MARGIN) < 0 ? half : MARGIN;
    return new AccessToken(value, from, from.plus(bounded).minus(margin));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "AccessToken[until " + until + "]";
  }
}
