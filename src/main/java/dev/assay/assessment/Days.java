package dev.assay.assessment;

/** Days in rules are spans of 24 hours, whatever the calendar or the time zone. */
final class Days {
  static final long MILLIS = 86_400_000L;

  private Days() {}

  static long toMillis(int days) {
    return days * MILLIS;
  }
}
