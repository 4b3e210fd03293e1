package dev.assay.review;

import dev.assay.pipeline.CurrentRules;
import dev.assay.pipeline.Done;
import dev.assay.pipeline.Intake;
import dev.assay.pipeline.IntakeFull;
import dev.assay.pipeline.LeadKey;
import dev.assay.pipeline.Work;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Looks for leads whose review is due or that were assessed under older rules, and sends them
 * through the pipeline like events. Assessing twice gives the same result, so replicas need not
 * agree on who does which.
 */
@ApplicationScoped
class ReviewLeads {
  private static final Logger LOG = Logger.getLogger(ReviewLeads.class);
  private static final int MOST_AT_ONCE = 500;

  private static final String DUE =
      "SELECT lead FROM lead WHERE next_review_at <= ? ORDER BY next_review_at LIMIT ?";
  private static final String OUTDATED =
      "SELECT lead FROM lead WHERE ruleset < ? ORDER BY ruleset LIMIT ?";

  private final AgroalDataSource database;
  private final Intake intake;
  private final CurrentRules rules;
  private final Clock clock;

  ReviewLeads(AgroalDataSource database, Intake intake, CurrentRules rules, Clock clock) {
    this.database = database;
    this.intake = intake;
    this.rules = rules;
    this.clock = clock;
  }

  @Scheduled(
      every = "${assay.review.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void review() {
    try {
      int reviewed = reviewDue();
      while (reviewed == MOST_AT_ONCE) {
        reviewed = reviewDue();
      }
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf("Review stopped, to go on in a moment: %s", failure);
    }
  }

  /**
   * Reviews one batch.
   *
   * @return how many leads were assessed; fewer than were due if some failed, so that the rest of
   *     them waits for the next look and the database gets a rest
   */
  int reviewDue() throws SQLException {
    List<String> leads = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement due = connection.prepareStatement(DUE)) {
        due.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        due.setInt(2, MOST_AT_ONCE);
        collect(due, leads);
      }
      if (leads.isEmpty()) {
        try (PreparedStatement outdated = connection.prepareStatement(OUTDATED)) {
          outdated.setInt(1, rules.current().number());
          outdated.setInt(2, MOST_AT_ONCE);
          collect(outdated, leads);
        }
      }
    }
    if (leads.isEmpty()) {
      return 0;
    }
    List<Work> work = new ArrayList<>();
    leads.forEach(lead -> work.add(new Work.Reassess(new LeadKey.Known(lead))));
    try {
      List<CompletableFuture<Done>> promises = intake.submit(work);
      CompletableFuture.allOf(promises.toArray(CompletableFuture[]::new)).join();
      return (int) promises.stream().filter(done -> done.join() instanceof Done.Accepted).count();
    } catch (IntakeFull events) {
      // Events go first; what is due stays due.
      return 0;
    }
  }

  private static void collect(PreparedStatement select, List<String> leads) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        leads.add(rows.getString(1));
      }
    }
  }
}
