package dev.assay.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Moments by chance, made so that some lie exactly on the edge of a window of days. */
final class Moments {
  static final Instant NOW = Instant.parse("2026-05-17T08:00:00Z");
  static final long NOW_MILLIS = NOW.toEpochMilli();

  private static final int SPREAD_DAYS = 7;

  private final Random random;

  Moments(Random random) {
    this.random = random;
  }

  /** A moment around now: exactly some days away, a millisecond beside that, or anywhere. */
  long any() {
    long days = random.nextInt(SPREAD_DAYS) - 4L;
    long beside =
        switch (random.nextInt(4)) {
          case 0 -> 1;
          case 1 -> -1;
          case 2 -> random.nextInt(86_400_000);
          default -> 0;
        };
    return NOW_MILLIS + days * Days.MILLIS + beside;
  }

  /** Ascending times around now, some of them equal. */
  long[] times(int most) {
    return LongStream.generate(this::any).limit(random.nextInt(most + 1)).sorted().toArray();
  }

  /** Ascending times, the last of them no later than now. */
  long[] past(int least, int most) {
    int count = least + random.nextInt(most - least + 1);
    return LongStream.generate(() -> Math.min(any(), NOW_MILLIS)).limit(count).sorted().toArray();
  }

  /** Every edge of a window of so many days over any of the times, and the milliseconds beside. */
  static List<Long> edges(long[] times, int mostDays) {
    List<Long> edges = new ArrayList<>();
    for (long time : times) {
      for (int days = 0; days <= mostDays; days++) {
        for (int beside = -1; beside <= 1; beside++) {
          edges.add(time + days * Days.MILLIS + beside);
        }
      }
    }
    return edges.stream().distinct().sorted().toList();
  }

  static Horizon now() {
    return new Horizon(NOW_MILLIS);
  }

  static long daysAgo(int days) {
    return NOW_MILLIS - days * Days.MILLIS;
  }

  static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  static List<Long> list(long[] times) {
    return Arrays.stream(times).boxed().toList();
  }
}
