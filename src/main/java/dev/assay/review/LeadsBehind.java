package dev.assay.review;

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
 * counting a million takes the database a while, and asked by many it would be busy with nothing
 * else.
 */
@Singleton
class LeadsBehind {
  private static final Logger LOG = Logger.getLogger(LeadsBehind.class);
  private static final int TIMEOUT_SECONDS = 10;

  /** Counting reads all leads, so it takes a fiftieth of the time at most. */
  private static final int REST = 50;

  private static final String COUNT =
      """
      SELECT (SELECT count(*) FROM lead WHERE next_review_at <= ?),
        (SELECT count(*) FROM lead WHERE ruleset <> ?)
      """;

  private final AgroalDataSource database;
  private final CurrentRules rules;
  private final Clock clock;
  private volatile double due = Double.NaN;
  private volatile double outdated = Double.NaN;
  private volatile long restUntil = System.nanoTime();

  LeadsBehind(AgroalDataSource database, CurrentRules rules, Clock clock, MeterRegistry registry) {
    this.database = database;
    this.rules = rules;
    this.clock = clock;
    gauge("review").register(registry);
    gauge("ruleset").register(registry);
  }

  private Gauge.Builder<?> gauge(String why) {
    return Gauge.builder("assay.leads.behind", () -> why.equals("review") ? due : outdated)
        .description("Leads to be assessed again, as last counted")
        .tag("why", why);
  }

  @Scheduled(
      every = "${assay.review.count-every:15s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void count() {
    long begun = System.nanoTime();
    if (begun - restUntil < 0) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setQueryTimeout(TIMEOUT_SECONDS);
      count.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      count.setInt(2, rules.current().number());
      try (ResultSet row = count.executeQuery()) {
        row.next();
        due = row.getLong(1);
        outdated = row.getLong(2);
      }
      long ended = System.nanoTime();
      restUntil = ended + REST * (ended - begun);
    } catch (SQLException failure) {
      LOG.debugf("Leads behind not counted: %s", failure.getMessage());
      due = Double.NaN;
      outdated = Double.NaN;
    }
  }
}
