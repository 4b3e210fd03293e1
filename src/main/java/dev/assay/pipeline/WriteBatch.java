package dev.assay.pipeline;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
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
  private final StageAnnouncer announcer;
  private final Clock clock;

  WriteBatch(AgroalDataSource database, CurrentRules rules, StageAnnouncer announcer, Clock clock) {
    this.database = database;
    this.rules = rules;
    this.announcer = announcer;
    this.clock = clock;
  }

  /**
   * Does the work in one transaction, or, if something in it cannot be stored, piece by piece.
   *
   * @return what became of it, in the same order; all of it is durable
   * @throws Unavailable if the database is away
   */
  List<Done> write(List<Work> work) {
    try {
      return transaction(work);
    } catch (SQLException | RuntimeException refusal) {
      if (refusal instanceof Unavailable unavailable) {
        throw unavailable;
      }
      if (refusal instanceof SQLException sql && away(sql)) {
        LOG.warnf("The database is away: %s", refusal.getMessage());
        throw new Unavailable("The database is away.", refusal);
      }
      if (work.size() == 1 && refusal instanceof SQLException sql && passing(sql)) {
        throw new Unavailable("Too many write to lead %s.".formatted(name(work)), refusal);
      }
      if (work.size() == 1) {
        LOG.errorf(refusal, "Work for lead %s failed", name(work));
        return List.of(new Done.Failed("It could not be stored; the reason is in the log."));
      }
      List<Done> done = new ArrayList<>();
      work.forEach(one -> done.addAll(write(List.of(one))));
      return done;
    }
  }

  private List<Done> transaction(List<Work> work) throws SQLException {
    for (int tried = 1; ; tried++) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          Batch batch = new Batch(connection, rules.current(), clock.instant());
          List<Done> done = batch.run(work, announcer);
          connection.commit();
          if (batch.announced()) {
            announcer.committed();
          }
          return done;
        } catch (SQLException | RuntimeException failure) {
          rollback(connection);
          if (!(failure instanceof SQLException sql) || !passing(sql) || tried == TRIES) {
            throw failure;
          }
        }
      }
    }
  }

  private static String name(List<Work> work) {
    return work.get(0).key().value();
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      // The connection is lost, and with it the transaction: there is nothing left to take back.
      LOG.debug("rollback on a lost connection", gone);
    }
  }

  /**
   * Deadlocks and serialization failures (40) pass when tried again; so does a key that is taken
   * (23505), because a batch counts from the rows it has locked: only a lead that was erased and
   * created again meanwhile can have it.
   */
  private static boolean passing(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("40") || state.equals("23505");
  }

  /** SQL states of lost connections (08) and of a server that starts, stops or is full (53, 57). */
  private static boolean away(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return failure instanceof SQLTransientConnectionException
        || failure.getSQLState() == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57");
  }
}
