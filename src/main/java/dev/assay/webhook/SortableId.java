package dev.assay.webhook;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Makes ids that sort by time: 48 bits of milliseconds and 80 random bits in Crockford's base 32,
 * like a ULID but in lower case, after a prefix that tells what they name.
 */
final class SortableId {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private final Clock clock;
  private final RandomGenerator random;

  SortableId(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  String next(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('_');
    append(id, clock.millis(), 10);
    append(id, random.nextLong(), 8);
    append(id, random.nextLong(), 8);
    return id.toString();
  }

  /** The lowest five bits of the number for each digit. */
  private static void append(StringBuilder id, long number, int digits) {
    for (int digit = digits - 1; digit >= 0; digit--) {
      id.append(ALPHABET.charAt((int) (number >>> (5 * digit)) & 31));
    }
  }
}
