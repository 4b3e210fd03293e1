package dev.assay.review;

import dev.assay.database.OneProcess;
import dev.assay.pipeline.CurrentRules;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Counts the leads that wait for a review, in the whole database. Looks now and then, because
 * counting takes the database a while, and asked by many it would be busy with nothing else.
 */
@Singleton
class LeadsBehind {
  private static final Logger LOG = Logger.getLogger(LeadsBehind.class);
  private static final int TIMEOUT_SECONDS = 10;

  private static final String DUE = "SELECT count(*) FROM lead WHERE next_review_at <= ?";
  private static final String OUTDATED = "SELECT count(*) FROM lead WHERE publication < ?";

  private final AgroalDataSource database;
  private final CurrentRules rules;
  private final Clock clock;
  private final WalkRest rest = new WalkRest();
  private volatile double due = Double.NaN;
  private volatile double outdated = Double.NaN;
  private int counted;

  LeadsBehind(AgroalDataSource database, CurrentRules rules, Clock clock, MeterRegistry registry) {
    this.database = database;
    this.rules = rules;
    this.clock = clock;
    gauge("review").register(registry);
    gauge("ruleset").register(registry);
  }

  private Gauge.Builder<?> gauge(String why) {
    return Gauge.builder("assay.leads.behind", () -> behind(why))
        .description("Leads to be assessed again, as last counted")
        .tag("why", why);
  }

  /** Not known while the database is away, even if it was counted before. */
  private double behind(String why) {
    return why.equals("review") || Double.isNaN(due) ? due : outdated;
  }

  @Scheduled(
      every = "${assay.review.count-every:15s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void count() {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        OneProcess.only(connection);
        due = count(connection, DUE, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        countOutdated(connection, rules.timeline().latest().publication());
      } finally {
        connection.rollback();
      }
    } catch (SQLException failure) {
      LOG.debugf("Leads behind not counted: %s", failure.getMessage());
      due = Double.NaN;
    }
  }

  /** No index tells them (decision 22), so this reads all leads, and the more rarely for that. */
  private void countOutdated(Connection connection, int live) throws SQLException {
    if (live != counted) {
      counted = live;
      outdated = Double.NaN;
      rest.forget();
    }
    if (!rest.over()) {
      return;
    }
    long begun = System.nanoTime();
    try {
      outdated = count(connection, OUTDATED, live);
    } finally {
      if (outdated != 0) {
        rest.found();
      }
      rest.after(begun);
    }
  }

  private static long count(Connection connection, String sql, Object than) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(sql)) {
      count.setQueryTimeout(TIMEOUT_SECONDS);
      count.setObject(1, than);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
