package dev.assay.check;

import dev.assay.database.Transaction;
import dev.assay.pipeline.CurrentRules;
import dev.assay.pipeline.GiveWay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Carries out the check that runs, step by step and after the events. Each step is stored, so
 * another process goes on where one died.
 */
@ApplicationScoped
class CheckLeads {
  private static final Logger LOG = Logger.getLogger(CheckLeads.class);

  private final AgroalDataSource database;
  private final CurrentRules rules;
  private final RepairLeads repair;
  private final GiveWay giveWay;
  private final Clock clock;

  CheckLeads(
      AgroalDataSource database,
      CurrentRules rules,
      RepairLeads repair,
      GiveWay giveWay,
      Clock clock) {
    this.database = database;
    this.rules = rules;
    this.repair = repair;
    this.giveWay = giveWay;
    this.clock = clock;
  }

  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void run() {
    try {
      boolean more;
      do {
        long begun = System.nanoTime();
        more = step() && giveWay.after(System.nanoTime() - begun);
      } while (more);
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf("The check stopped, to go on in a moment: %s", failure);
    }
  }

  /** Does a step; false if there is none to do. */
  private boolean step() throws SQLException {
    return Transaction.run(
        database,
        held -> {
          CheckStep step = CheckStep.hold(held);
          if (step != null && !(step.check().repair() && repaired(held, step.check().id()))) {
            step.compare(rules.current(), clock.instant());
          }
          return step != null;
        });
  }

  private boolean repaired(Connection held, int check) throws SQLException {
    try (Connection own = database.getConnection()) {
      return repair.repair(held, own, check);
    }
  }
}
