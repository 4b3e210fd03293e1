package dev.assay.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them. */
final class Times {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Times() {}

  static String minute(Instant at) {
    return MINUTE.format(at);
  }

  static String day(Instant at) {
    return DAY.format(at);
  }

  static String ago(Instant at, Instant now) {
    Duration age = Duration.between(at, now);
    if (age.compareTo(Duration.ofMinutes(1)) < 0) {
      return "just now";
    }
    if (age.compareTo(Duration.ofHours(1)) < 0) {
      return age.toMinutes() + " min ago";
    }
    if (age.compareTo(Duration.ofDays(1)) < 0) {
      return age.toHours() + " h ago";
    }
    return age.compareTo(Duration.ofDays(60)) < 0 ? age.toDays() + " d ago" : day(at);
  }
}
