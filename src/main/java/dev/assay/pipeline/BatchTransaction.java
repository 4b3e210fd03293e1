package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import dev.assay.database.Transaction;
import dev.assay.scoring.step.Change;
import dev.assay.scoring.step.RuleTimeline;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Does batches in transactions, each again when what it began with has changed meanwhile. */
final class BatchTransaction {
  private static final int MAX_TRIES = 5;

  private final AgroalDataSource database;
  private final CurrentRules rules;
  private final Announcer announcer;
  private final Clock clock;
  private final PipelineMeters meters;

  BatchTransaction(
      AgroalDataSource database,
      CurrentRules rules,
      Announcer announcer,
      Clock clock,
      PipelineMeters meters) {
    this.database = database;
    this.rules = rules;
    this.announcer = announcer;
    this.clock = clock;
    this.meters = meters;
  }

  /** Says what is to be done in a transaction that has begun. */
  @FunctionalInterface
  interface Choice {
    List<Received> work(Begun batch) throws SQLException;
  }

  /** A transaction that has begun. */
  final class Begun {
    private final Connection connection;
    private final RuleTimeline timeline;
    private final Instant now;
    private final boolean mayGuess;
    private final List<Change.StageChanged> stageChanges = new ArrayList<>();
    private boolean toSend;

    private Begun(Connection connection, RuleTimeline timeline, boolean mayGuess) {
      this.connection = connection;
      this.timeline = meters.timed(timeline);
      this.now = clock.instant();
      this.mayGuess = mayGuess;
    }

    Connection connection() {
      return connection;
    }

    RuleTimeline timeline() {
      return timeline;
    }

    Instant now() {
      return now;
    }

    /** Does work at once, before that which is chosen. */
    void first(List<Received> work) throws SQLException {
      RoundTrip last = new RoundTrip();
      run(work, last);
      last.run(connection);
    }

    private List<Done> run(List<Received> work, RoundTrip last) throws SQLException {
      Gathered gathered =
          new Gather(connection, rules, timeline, now, work).gather(announcer, mayGuess);
      Stepped stepped = StepLeads.step(gathered, timeline);
      Written written = WriteStepped.write(connection, stepped, last);
      stageChanges.addAll(written.stageChanges());
      toSend |= written.toSend();
      return written.answers();
    }
  }

  /**
   * Does the work that is chosen.
   *
   * @param timeline the rules, asked anew for each try
   * @return answers in the order of the work; all of it is durable
   */
  List<Done> run(Supplier<RuleTimeline> timeline, Choice choice) throws SQLException {
    for (int tried = 1; ; tried++) {
      boolean outdated;
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          return run(new Begun(connection, timeline.get(), tried == 1), choice);
        } catch (SQLException | RuntimeException | Error failure) {
          Transaction.rollback(connection, failure);
          if (!(failure instanceof SQLException sql) || !passing(sql) || tried == MAX_TRIES) {
            throw failure;
          }
          outdated = failure instanceof Again.RulesWentLive;
        }
      }
      if (outdated) {
        rules.catchUp();
      }
    }
  }

  private List<Done> run(Begun begun, Choice choice) throws SQLException {
    List<Received> work = choice.work(begun);
    if (work.isEmpty()) {
      begun.connection.rollback();
      return List.of();
    }
    RoundTrip last = new RoundTrip();
    List<Done> done = begun.run(work, last);
    last.commit();
    meters.commit(() -> last.run(begun.connection));
    meters.stageChanges(begun.stageChanges);
    StageLog.log(begun.stageChanges);
    if (begun.toSend) {
      announcer.committed();
    }
    return done;
  }

  /**
   * Deadlocks and serialization failures (40) pass when tried again; so does a key that is taken
   * (23505), because a batch counts from the rows it has locked: only a lead that was erased and
   * created again meanwhile can have it; and so does one that is missing (23503), which is that of
   * an endpoint that was removed after it was found.
   */
  static boolean passing(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("40") || state.equals("23505") || state.equals("23503");
  }
}
