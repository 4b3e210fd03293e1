package dev.assay.assessment;

/** Days in rules are spans of 24 hours, whatever the calendar or the time zone. */
final class Days {
  static final long MILLIS = 86_400_000L;

  private Days() {}

  /** Of a span that a rule names; the workbook has the same limits. */
  static long toMillis(int days) {
    if (days < 1 || days > Fade.MAX_DAYS) {
      throw new IllegalArgumentException(
          "days must lie between 1 and %d, not %d".formatted(Fade.MAX_DAYS, days));
    }
    return days * MILLIS;
  }
}
