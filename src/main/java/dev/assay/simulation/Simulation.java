package dev.assay.simulation;

import dev.assay.problem.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One simulation, under way or ended. It lives in the memory of this process alone. */
public final class Simulation {
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

  /**
   * A page of the leads that change stage.
   *
   * @param before only those that stand there now; none for no stage, null for all
   * @param after only those that would stand there
   * @param cursor the lead after which the page begins, empty for the first page
   * @throws io.quarkiverse.resteasy.problem.HttpProblem while it is under way (409)
   */
  public ChangePage changes(
      @Nullable String before, @Nullable String after, String cursor, int limit) {
    Ended end = ended;
    if (end == null) {
      throw Problems.conflict(
          "The simulation is under way; its changes are known when it is done.");
    }
    List<Change> found =
        end.changes().stream()
            .filter(change -> change.lead().compareTo(cursor) > 0)
            .filter(change -> isStage(before, change.before().stage()))
            .filter(change -> isStage(after, change.after().stage()))
            .limit(limit + 1L)
            .toList();
    return found.size() <= limit
        ? new ChangePage(found, null)
        : new ChangePage(found.subList(0, limit), found.get(limit - 1).lead());
  }

  private static boolean isStage(@Nullable String wanted, @Nullable String stage) {
    return wanted == null || wanted.equals(Objects.requireNonNullElse(stage, "none"));
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
