package dev.assay.advice;

import org.jspecify.annotations.Nullable;

/** The points from {@code least} to {@code most} that leads can have. */
record Span(long least, long most) {
  /** More than any score; stands for no bound. */
  static final long UNBOUNDED = 1L << 40;

  static final Span NONE = new Span(0, 0);

  static long capped(long points) {
    return Math.max(-UNBOUNDED, Math.min(UNBOUNDED, points));
  }

  Span plus(Span other) {
    return new Span(capped(least + other.least), capped(most + other.most));
  }

  Span limited(@Nullable Integer floor, @Nullable Integer cap) {
    return new Span(limit(least, floor, cap), limit(most, floor, cap));
  }

  /** What there can be when there may also be nothing. */
  Span orNothing() {
    return new Span(Math.min(least, 0), Math.max(most, 0));
  }

  private static long limit(long points, @Nullable Integer floor, @Nullable Integer cap) {
    long capped = cap == null ? points : Math.min(points, cap);
    return floor == null ? capped : Math.max(capped, floor);
  }

  /** Such as {@code from 0 to 75}. */
  String words() {
    if (least <= -UNBOUNDED && most >= UNBOUNDED) {
      return "without bounds";
    }
    return most >= UNBOUNDED
        ? "from %d upwards".formatted(least)
        : least <= -UNBOUNDED ? "up to %d".formatted(most) : "from %d to %d".formatted(least, most);
  }
}
