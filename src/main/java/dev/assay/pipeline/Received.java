package dev.assay.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A piece of work as it came in.
 *
 * @param call what came together with it
 */
record Received(Work work, Call call) {

  /** What one call says; told apart by identity. */
  static final class Call {
    private final Instant at;

    /**
     * A call.
     *
     * @param at when it was received; the database keeps microseconds of it
     */
    Call(Instant at) {
      this.at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** When it was received. */
  Instant at() {
    return call.at;
  }

  /** All that one call says. */
  static List<Received> together(List<Work> work, Instant at) {
    Call call = new Call(at);
    return work.stream().map(one -> new Received(one, call)).toList();
  }

  /** Something that came alone. */
  static Received alone(Work work, Instant at) {
    return new Received(work, new Call(at));
  }
}
