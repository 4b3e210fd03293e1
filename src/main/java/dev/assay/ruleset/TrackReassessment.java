package dev.assay.ruleset;

import dev.assay.database.Rows;
import dev.assay.problem.Problems;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells how far all leads have been assessed again since the last publication. */
@ApplicationScoped
public class TrackReassessment {
  private static final Logger LOG = Logger.getLogger(TrackReassessment.class);

  private static final String LAST = "p.sequence = (SELECT max(sequence) FROM ruleset_publication)";

  private static final String DONE =
      """
      UPDATE ruleset_publication p SET reassessed_at = ?
      WHERE %s AND reassessed_at IS NULL
        AND NOT EXISTS (SELECT FROM lead WHERE lead.publication < p.sequence)
      """
          .formatted(LAST);

  private static final String PROGRESS =
      """
      SELECT p.ruleset, p.published_at, p.reassessed_at, p.announce, counted.*
      FROM ruleset_publication p CROSS JOIN LATERAL (
          SELECT count(*) AS leads, count(*) FILTER (WHERE lead.publication < p.sequence) AS remaining
          FROM lead) counted
      WHERE %s
      """
          .formatted(LAST);

  /** Looking reads what is done already, so it takes a twentieth of the time at most. */
  private static final int REST = 20;

  private final AgroalDataSource database;
  private final Clock clock;
  private volatile long restUntil = System.nanoTime();

  TrackReassessment(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * How far it is.
   *
   * @param since when the rule set went live
   * @param finishedAt when the last lead was done, null while some are not
   * @param perSecond leads done a second from {@code since} until finished, or until now
   * @param announce whether stage changes that come of the new rules alone are sent
   */
  public record Progress(
      int ruleset,
      long leads,
      long done,
      long remaining,
      Instant since,
      @Nullable Instant finishedAt,
      double perSecond,
      boolean announce) {}

  @Scheduled(
      every = "${assay.review.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void finish() {
    long begun = System.nanoTime();
    if (begun - restUntil < 0) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement done = connection.prepareStatement(DONE)) {
      done.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      if (done.executeUpdate() > 0) {
        LOG.info("All leads are assessed under the live rule set");
      }
      long ended = System.nanoTime();
      restUntil = ended + REST * (ended - begun);
    } catch (SQLException away) {
      LOG.debug("Could not look whether all leads are assessed", away);
    }
  }

  /**
   * The progress of the version that is live.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if it is another one
   */
  public Progress of(int number) throws SQLException {
    Progress progress = live();
    if (progress.ruleset() != number) {
      throw Problems.conflict(
          "Rule set %d is live, not %d: leads are assessed under that one."
              .formatted(progress.ruleset(), number));
    }
    return progress;
  }

  private Progress live() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PROGRESS);
        ResultSet row = select.executeQuery()) {
      row.next();
      Instant since = Objects.requireNonNull(Rows.instant(row, "published_at"));
      Instant finished = Rows.instant(row, "reassessed_at");
      long leads = row.getLong("leads");
      long remaining = row.getLong("remaining");
      Duration taken = Duration.between(since, finished == null ? clock.instant() : finished);
      return new Progress(
          row.getInt("ruleset"),
          leads,
          leads - remaining,
          remaining,
          since,
          finished,
          Math.round((leads - remaining) * 10_000.0 / Math.max(1, taken.toMillis())) / 10.0,
          row.getBoolean("announce"));
    }
  }
}
