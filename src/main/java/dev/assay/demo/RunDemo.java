package dev.assay.demo;

import dev.assay.database.Transaction;
import dev.assay.lead.Leads;
import dev.assay.logging.WithoutMessage;
import dev.assay.pipeline.Backfill;
import dev.assay.pipeline.GiveWay;
import dev.assay.report.BandWeeks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/**
 * Loads and removes demo data, some leads a transaction and after the events. Whichever process
 * holds the row of the demo does the next step, so another goes on where one died.
 */
@ApplicationScoped
class RunDemo {
  private static final Logger LOG = Logger.getLogger(RunDemo.class);
  private static final int STEP = 100;
  private static final String HOLD =
      "SELECT * FROM demo WHERE state <> 'loaded' FOR UPDATE SKIP LOCKED";
  private static final String LOADED =
      """
      UPDATE demo SET leads = ?, state = CASE WHEN total <= ? THEN 'loaded' ELSE 'loading' END
      """;

  private final AgroalDataSource database;
  private final Backfill past;
  private final Leads leads;
  private final GiveWay giveWay;

  RunDemo(AgroalDataSource database, Backfill past, Leads leads, GiveWay giveWay) {
    this.database = database;
    this.past = past;
    this.leads = leads;
    this.giveWay = giveWay;
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
      LOG.warn("Demo data stopped, to go on in a moment", new WithoutMessage(failure));
    }
  }

  /** Does a step; false if there is none to do. */
  private boolean step() throws SQLException {
    return Transaction.run(database, this::step);
  }

  private boolean step(Connection connection) throws SQLException {
    try (Statement hold = connection.createStatement();
        ResultSet demo = hold.executeQuery(HOLD)) {
      boolean more = demo.next();
      if (more && demo.getString("state").equals("loading")) {
        load(connection, demo);
      } else if (more) {
        remove(connection, demo.getInt("leads"));
      }
      return more;
    }
  }

  private void load(Connection connection, ResultSet demo) throws SQLException {
    int from = demo.getInt("leads");
    int to = Math.min(from + STEP, demo.getInt("total"));
    OffsetDateTime end = demo.getObject("ends_at", OffsetDateTime.class);
    DemoWork.of(from + 1, to + 1, end.toInstant()).write(connection, past);
    try (PreparedStatement update = connection.prepareStatement(LOADED)) {
      update.setInt(1, to);
      update.setInt(2, to);
      update.executeUpdate();
    }
    BandWeeks.forget(connection);
  }

  /** From the last to the first, by the same erasure as for every lead. */
  private void remove(Connection connection, int there) throws SQLException {
    int left = Math.max(0, there - STEP);
    for (int number = there; number > left; number--) {
      leads.eraseMadeUp(DemoLead.key(number));
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            left == 0 ? "DELETE FROM demo WHERE 0 = ?" : "UPDATE demo SET leads = ?")) {
      update.setInt(1, left);
      update.executeUpdate();
    }
    BandWeeks.forget(connection);
  }
}
