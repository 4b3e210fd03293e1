package dev.assay.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which leads to try, and when. With nothing given: all leads, as they stand now.
 *
 * @param sample so many leads, always the same ones for the same number; null for all
 * @param asOf a moment in the past
 * @param from with {@code to} a period whose events are replayed
 * @param to null with {@code from} means now
 */
@Schema(name = "SimulationScope")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scope(
    @Nullable Integer sample,
    @Nullable Instant asOf,
    @Nullable Instant from,
    @Nullable Instant to) {
  static final Scope ALL = new Scope(null, null, null, null);

  static final int LARGEST_SAMPLE = 100_000;
  static final Duration LONGEST_PERIOD = Duration.ofDays(366);

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /**
   * The same scope, complete.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem with all that is wrong with it (400)
   */
  Scope checked(Instant now) {
    List<Violation> wrong = new ArrayList<>();
    if (sample != null && (sample < 1 || sample > LARGEST_SAMPLE)) {
      wrong.add(new Violation("sample", sample, "must lie between 1 and " + LARGEST_SAMPLE));
    }
    Instant end = to == null && from != null ? now : to;
    past("asOf", asOf, now, wrong);
    past("from", from, now, wrong);
    past("to", end, now, wrong);
    if (from == null && to != null) {
      wrong.add(new Violation("from", null, "must be given with to: when the period begins"));
    }
    if (from != null && asOf != null) {
      wrong.add(new Violation("asOf", asOf.toString(), "must not be given with from and to"));
    }
    if (from != null && end != null && !from.isBefore(end)) {
      wrong.add(new Violation("to", end.toString(), "must lie after from"));
    }
    if (from != null && end != null && from.plus(LONGEST_PERIOD).isBefore(end)) {
      wrong.add(new Violation("from", from.toString(), "must lie at most 366 days before to"));
    }
    if (!wrong.isEmpty()) {
      throw Problems.invalid(wrong);
    }
    return new Scope(sample, asOf, from, end);
  }

  private static void past(
      String field, @Nullable Instant time, Instant now, List<Violation> wrong) {
    if (time != null && (time.isAfter(now) || time.isBefore(EARLIEST))) {
      wrong.add(
          new Violation(field, time.toString(), "must lie between %s and now".formatted(EARLIEST)));
    }
  }

  /** The moment up to which the past is looked at; null for leads as they stand now. */
  @Nullable Instant end() {
    return asOf != null ? asOf : to;
  }

  /** The moment from which on leads move; what they were then is where they start. */
  @Nullable Instant start() {
    return asOf != null ? asOf : from;
  }
}
