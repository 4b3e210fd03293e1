package dev.assay.simulation;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One simulation, under way or ended. It lives in the memory of this process alone. */
final class Simulation {
  final String id;
  final int ruleset;
  final int live;
  final Scope scope;
  final Instant startedAt;

  private final long beganNanos = System.nanoTime();
  private final LongAdder done = new LongAdder();
  private volatile long total;
  private volatile boolean cancelled;
  private volatile @Nullable Ended ended;

  /**
   * How it ended.
   *
   * @param report null if it failed
   * @param changes ordered by lead
   * @param problem null if it did not fail
   */
  record Ended(
      double seconds, @Nullable Report report, List<Change> changes, @Nullable String problem) {}

  /**
   * @param live number of the rule set it is compared with
   */
  Simulation(String id, int ruleset, int live, Scope scope, Instant startedAt) {
    this.id = id;
    this.ruleset = ruleset;
    this.live = live;
    this.scope = scope;
    this.startedAt = startedAt;
  }

  void expect(long leads) {
    total = leads;
  }

  void advance() {
    done.increment();
  }

  /** Asks the threads to stop; they do so within a lead. */
  void cancel() {
    cancelled = true;
  }

  boolean cancelled() {
    return cancelled;
  }

  void end(Report report, List<Change> changes) {
    ended = new Ended(seconds(), report, changes, null);
  }

  void fail(String problem) {
    ended = new Ended(seconds(), null, List.of(), problem);
  }

  /** Null while it is under way. */
  @Nullable Ended ended() {
    return ended;
  }

  Progress progress() {
    Ended end = ended;
    double seconds = end == null ? seconds() : end.seconds();
    return Progress.of(done.sum(), total, seconds, end == null);
  }

  private double seconds() {
    return (System.nanoTime() - beganNanos) / 1e9;
  }
}
