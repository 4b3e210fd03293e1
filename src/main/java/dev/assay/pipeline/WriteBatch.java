package dev.assay.pipeline;

import dev.assay.assessment.RuleSet;
import dev.assay.database.DatabaseAway;
import dev.assay.database.RoundTrip;
import dev.assay.database.Transaction;
import dev.assay.logging.LogFields;
import dev.assay.logging.WithoutMessage;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Runs batches in transactions, and keeps one bad piece of work from spoiling those beside it. */
@ApplicationScoped
public class WriteBatch {
  private static final Logger LOG = Logger.getLogger(WriteBatch.class);
  private static final int TRIES = 5;

  private final AgroalDataSource database;
  private final CurrentRules rules;
  private final Announcer announcer;
  private final Clock clock;
  private final PipelineMeters meters;

  WriteBatch(
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

  /**
   * Does the work in one transaction, or, if something in it cannot be stored, piece by piece.
   *
   * @return what became of it, in the same order; all of it is durable
   * @throws Unavailable if the database is away
   */
  List<Done> write(List<Work> work) {
    RuleSet live = rules.current();
    try {
      return transaction(live, (connection, now) -> work);
    } catch (SQLException | RuntimeException refusal) {
      throwIfAway(refusal);
      return work.size() == 1
          ? List.of(setAside(live, work.get(0), refusal))
          : work.stream().map(one -> write(List.of(one)).get(0)).toList();
    }
  }

  /**
   * Picks leads and assesses them again in the same transaction, or, if one of them cannot be
   * stored, one by one.
   *
   * @return how many were assessed
   * @throws Unavailable if the database is away
   */
  int reassess(PickLeads pick, int most) {
    RuleSet live = rules.current();
    List<Work> picked = new ArrayList<>();
    try {
      return transaction(
              live,
              (connection, now) -> {
                picked.clear();
                for (String lead : pick.pick(connection, now, live.number(), most)) {
                  picked.add(new Work.Reassess(new LeadKey.Known(lead)));
                }
                return picked;
              })
          .size();
    } catch (SQLException | RuntimeException refusal) {
      throwIfAway(refusal);
      LOG.debug("one by one", new WithoutMessage(refusal));
      return (int)
          picked.stream()
              .filter(one -> write(List.of(one)).get(0) instanceof Done.Accepted)
              .count();
    }
  }

  /**
   * Does a single piece of work that is found out in its transaction.
   *
   * @throws Unavailable if the database is away
   */
  Done one(Choice choice) {
    try {
      return transaction(rules.current(), choice).get(0);
    } catch (SQLException refusal) {
      throwIfAway(refusal);
      if (passing(refusal)) {
        throw new Unavailable("Too many write to one of the leads.", refusal);
      }
      throw new IllegalStateException(refusal);
    }
  }

  private static void throwIfAway(Exception refusal) {
    if (refusal instanceof Unavailable unavailable) {
      throw unavailable;
    }
    if (DatabaseAway.is(refusal)) {
      LOG.warnf("The database is away: %s", refusal.getMessage());
      throw new Unavailable("The database is away.", refusal);
    }
  }

  /** Tries again without the assessment: it may be that, and not the work, which is refused. */
  private Done setAside(RuleSet live, Work work, Exception refusal) {
    String lead = work.key().value();
    if (refusal instanceof SQLException sql && passing(sql)) {
      throw new Unavailable("Too many write to one of the leads.", refusal);
    }
    try (LogFields fields = LogFields.lead(lead)) {
      if (work instanceof Work.AppendEvent append) {
        fields.and("event", append.event().id()).and("source", append.event().source());
      }
      LOG.errorf(new WithoutMessage(refusal), "Work for lead %s failed", LogFields.shown(lead));
    }
    String reason = "The assessment could not be stored: " + refusal.getMessage();
    try {
      return transaction(new SetAside(live, reason), (connection, now) -> List.of(work)).get(0);
    } catch (SQLException | RuntimeException again) {
      throwIfAway(again);
      return new Done.Failed("It could not be stored; the reason is in the log.");
    }
  }

  /** Says what is to be done in a transaction that has begun. */
  @FunctionalInterface
  interface Choice {
    List<Work> work(Connection connection, Instant now) throws SQLException;
  }

  private List<Done> transaction(RuleSet with, Choice choice) throws SQLException {
    for (int tried = 1; ; tried++) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          Instant now = clock.instant();
          List<Work> work = choice.work(connection, now);
          if (work.isEmpty()) {
            connection.rollback();
            return List.of();
          }
          Batch batch =
              new Batch(connection, meters.timed(with), rules.announces(with), now, tried == 1);
          RoundTrip last = new RoundTrip();
          List<Done> done = batch.run(work, announcer, last);
          last.commit();
          meters.commit(() -> last.run(connection));
          meters.stageChanges(batch.stageChanges());
          StageLog.log(batch.stageChanges());
          if (batch.toSend()) {
            announcer.committed();
          }
          return done;
        } catch (SQLException | RuntimeException | Error failure) {
          Transaction.rollback(connection, failure);
          if (!(failure instanceof SQLException sql) || !passing(sql) || tried == TRIES) {
            throw failure;
          }
        }
      }
    }
  }

  /**
   * Deadlocks and serialization failures (40) pass when tried again; so does a key that is taken
   * (23505), because a batch counts from the rows it has locked: only a lead that was erased and
   * created again meanwhile can have it; and so does one that is missing (23503), which is that of
   * an endpoint that was removed after it was found.
   */
  private static boolean passing(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("40") || state.equals("23505") || state.equals("23503");
  }
}
