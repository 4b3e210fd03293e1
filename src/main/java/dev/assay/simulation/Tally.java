package dev.assay.simulation;

import dev.assay.assessment.Assessing;
import dev.assay.assessment.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Adds up trials, in memory that does not grow with the number of leads but for the changes. */
final class Tally {
  final Transitions stages = new Transitions();
  final Transitions bands = new Transitions();
  final Transitions stagesWon = new Transitions();
  final Transitions bandsWon = new Transitions();
  final Scores scores = new Scores();
  final RowCounts before = new RowCounts();
  final RowCounts after = new RowCounts();
  final Weeks weeks;
  final List<Change> listed = new ArrayList<>();
  long leads;
  long notYetKnown;
  long withOutcome;
  long won;
  long changed;
  long failedBefore;
  long failedAfter;
  @Nullable String failure;

  private final Scope scope;
  private final Differences differences = new Differences();
  private final AtomicLong room;

  /**
   * @param room how many more changes may be listed, by all tallies of a simulation
   */
  Tally(Scope scope, Stages live, Stages draft, AtomicLong room) {
    this.scope = scope;
    this.weeks = new Weeks(live, draft);
    this.room = room;
  }

  /** A lead of whom nothing was known at the moment that is looked at. */
  void addUnknown() {
    notYetKnown++;
  }

  void add(Trial trial) {
    Standing was = trial.before();
    Standing is = trial.after();
    Set<String> outcomes = trial.lead().outcomes();
    boolean winner = outcomes.contains(Assessing.WON);
    leads++;
    withOutcome += outcomes.isEmpty() ? 0 : 1;
    won += winner ? 1 : 0;
    stages.add(was.position().stage(), is.position().stage());
    bands.add(was.band(), is.band());
    if (winner) {
      stagesWon.add(was.position().stage(), is.position().stage());
      bandsWon.add(was.band(), is.band());
    }
    scores.add(was.score(), is.score());
    long active = trial.lead().lastActiveAt(scope.end());
    before.add(was.rows(), winner, leads, active);
    after.add(is.rows(), winner, leads, active);
    weeks.add(trial);
    fail(trial);
    if (trial.changes()) {
      changed++;
      if (room.getAndDecrement() > 0) {
        listed.add(Change.of(trial, differences));
      }
    }
  }

  private void fail(Trial trial) {
    failedBefore += trial.before().failure() == null ? 0 : 1;
    failedAfter += trial.after().failure() == null ? 0 : 1;
    if (failure == null && trial.after().failure() != null) {
      failure = "Lead %s: %s".formatted(trial.lead().lead(), trial.after().failure());
    }
  }

  void add(Tally other) {
    leads += other.leads;
    notYetKnown += other.notYetKnown;
    withOutcome += other.withOutcome;
    won += other.won;
    changed += other.changed;
    failedBefore += other.failedBefore;
    failedAfter += other.failedAfter;
    failure = failure == null ? other.failure : failure;
    stages.add(other.stages);
    bands.add(other.bands);
    stagesWon.add(other.stagesWon);
    bandsWon.add(other.bandsWon);
    scores.add(other.scores);
    before.add(other.before);
    after.add(other.after);
    weeks.add(other.weeks);
    listed.addAll(other.listed);
  }
}
