package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.Stages;
import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.database.Rows;
import dev.assay.scoring.step.LeadKey;
import dev.assay.time.SteppedClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is stored is a function of what came in when, whoever got round to a lead when. */
@QuarkusTest
class MomentsOfLeadsTest {
  private static final int LEADS = 4;

  private static final List<String> STORED =
      List.of(
          """
          SELECT lead, score, fit, engagement, grade, band, stage, stage_since, owner, ruleset,
              publication, assessed_at, next_review_at, last_activity_at, problem, awards::text,
              encode(activities || recent_activities, 'hex'), profile::text, profile_changes,
              score_changes, stage_changes, messages, created_at
          FROM lead WHERE lead LIKE ? ORDER BY lead\
          """,
          "SELECT * FROM score_change WHERE lead LIKE ? ORDER BY lead, sequence",
          "SELECT * FROM stage_change WHERE lead LIKE ? ORDER BY lead, sequence",
          "SELECT * FROM owner_change WHERE lead LIKE ? ORDER BY lead, sequence",
          "SELECT * FROM profile_change WHERE lead LIKE ? ORDER BY lead, sequence",
          "SELECT lead, sequence, type, payload FROM message WHERE lead LIKE ?"
              + " ORDER BY lead, sequence");

  @Inject AgroalDataSource database;
  @Inject PipelineMeters meters;
  @Inject CurrentRules live;
  @Inject Announcer announcer;
  @Inject PipelineConfig config;
  @Inject GiveWay giveWay;
  @Inject Tables tables;

  private final Histories histories = new Histories();
  private final String listener = Assay.newLead();

  /** Who does what is due, and when. */
  enum Background {
    NEVER,
    AT_EVERY_MOMENT,
    AT_RANDOM_MOMENTS,
    IN_TWO_PROCESSES,
    IN_BATCHES
  }

  /** What came in at a moment about one of the leads. */
  private record Said(Instant at, int lead, List<Work> work) {}

  @BeforeEach
  void someoneListens() throws Exception {
    tables.execute(
        "INSERT INTO webhook_endpoint (id, url, score_step, created_at)"
            + " VALUES (?, 'http://127.0.0.1:9/', 1, now())",
        listener);
  }

  @AfterEach
  void nobodyListens() throws Exception {
    tables.execute("DELETE FROM webhook_endpoint WHERE id = ?", listener);
  }

  @ParameterizedTest
  @EnumSource
  void itDoesNotMatterWhoGetsRoundToALeadWhen(Background background) throws Exception {
    for (int run = 0; run < 5; run++) {
      Instant start = SteppedClock.yearsAhead().instant();
      Instant published = start.plus(Duration.ofHours(1 + histories.random.nextInt(1_000)));
      List<Said> log = log(start);

      List<String> lazy = new Life(published).live(log, Background.NEVER);
      List<String> other = new Life(published).live(log, background);

      assertThat(lazy).hasSizeGreaterThan(LEADS * 3);
      assertThat(other).isEqualTo(lazy);
    }
  }

  @Test
  void aReviewIsRecordedAsOfItsMomentHoweverLateItIsDone() throws Exception {
    Instant start = SteppedClock.yearsAhead().instant();
    Life life = new Life(start.plus(Duration.ofDays(9_999)));
    String lead = life.family + "-0";
    LeadKey key = new LeadKey.Known(lead);
    life.processes
        .get(0)
        .writeReceived(
            Received.together(List.of(Histories.event(key, 1, "demo_request", "", start)), start));
    Instant due =
        Instant.parse(
            tables
                .rows(
                    "SELECT to_char(next_review_at AT TIME ZONE 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM lead WHERE lead = ?",
                    lead)
                .get(0));

    life.catchUp(due.plus(Duration.ofDays(300)));

    assertThat(
            tables.count(
                "SELECT count(*) FROM score_change WHERE lead = ? AND at = ?::timestamptz",
                lead,
                due.toString()))
        .isEqualTo(1);
    Assay.erase(lead); // others compare what is stored with what is assessed today
  }

  private List<Said> log(Instant start) {
    List<Said> log = new ArrayList<>();
    Instant at = start;
    for (int i = 0; i < 30; i++) {
      at = at.plusMillis(1 + (long) (histories.random.nextDouble() * 2e8));
      int lead = histories.random.nextInt(LEADS);
      List<Work> work = new ArrayList<>();
      for (int j = 0; j <= histories.random.nextInt(3); j++) {
        work.add(work(10 * i + j, at));
      }
      log.add(new Said(at, lead, work));
    }
    return log;
  }

  private Work work(int number, Instant at) {
    LeadKey anybody = new LeadKey.Known("");
    return switch (histories.random.nextInt(8)) {
      case 0 -> new Work.MergeProfile(anybody, histories.patch());
      case 1 -> new Work.AssignOwner(anybody, histories.pick(List.of("lee", "kim")), "key-1");
      default ->
          histories.event(anybody, number, at.minus(Duration.ofDays(20)), Duration.ofDays(20));
    };
  }

  /** Some leads of their own that live through a log. */
  private final class Life {
    private final String family = Assay.newLead();
    private final SteppedClock clock = SteppedClock.yearsAhead();
    private final List<WriteBatch> processes = new ArrayList<>();
    private final Instant published;
    private final int newest;

    private Life(Instant published) {
      OwnRules rules = OwnRules.from(live, published, new WithoutProfiles(live.current()));
      this.published = published;
      this.newest = rules.timeline().latest().publication();
      for (int i = 0; i < 2; i++) {
        processes.add(new WriteBatch(database, rules, announcer, clock, meters));
      }
    }

    private List<String> live(List<Said> log, Background background) throws SQLException {
      int together;
      for (int i = 0; i < log.size(); i += together) {
        boolean batches = background == Background.IN_BATCHES;
        together = batches ? 1 + histories.random.nextInt(log.size() - i) : 1;
        doWhatIsDue(background, log.get(i).at());
        List<Received> received = new ArrayList<>();
        for (Said said : log.subList(i, i + together)) {
          received.addAll(Received.together(named(said), said.at()));
        }
        processes
            .get(background == Background.IN_TWO_PROCESSES ? i % 2 : 0)
            .writeReceived(received);
      }
      catchUp(log.get(log.size() - 1).at().plus(Duration.ofDays(100)));
      return stored();
    }

    private List<Work> named(Said said) {
      String lead = family + "-" + said.lead();
      return said.work().stream().map(work -> LawOfHistoryTest.of(lead, work)).toList();
    }

    private void doWhatIsDue(Background background, Instant until) {
      if (background == Background.AT_EVERY_MOMENT) {
        while (clock.instant().plus(Duration.ofHours(7)).isBefore(until)) {
          catchUp(clock.instant().plus(Duration.ofHours(7)));
        }
        catchUp(until);
      } else if (background != Background.IN_BATCHES
          && background != Background.NEVER
          && histories.random.nextInt(3) == 0) {
        catchUp(until);
      }
    }

    private void catchUp(Instant at) {
      clock.step(Duration.between(clock.instant(), at));
      while (histories.pick(processes).reassess(this::pick, 3) > 0) {
        assertThat(clock.instant()).isEqualTo(at);
      }
    }

    /** Those of this life only; the service's own are nobody's business. */
    private List<String> pick(Connection connection, Instant now, int publication, int most)
        throws SQLException {
      return Rows.query(
          connection,
          """
          SELECT lead FROM lead WHERE lead LIKE ?
              AND (next_review_at <= ? OR publication < ? AND ?)
          ORDER BY lead LIMIT ? FOR UPDATE SKIP LOCKED
          """,
          row -> row.getString(1),
          family + "%",
          Rows.time(now),
          newest,
          !now.isBefore(published),
          most);
    }

    private List<String> stored() throws SQLException {
      List<String> stored = new ArrayList<>();
      for (String sql : STORED) {
        tables.rows(sql, family + "%").forEach(row -> stored.add(row.replace(family, "lead")));
      }
      return stored;
    }
  }

  /** Other rules: those that see nothing of what is known of a lead. */
  private record WithoutProfiles(RuleSet rules) implements RuleSet {
    @Override
    public int number() {
      return 1_000_000; // which the service never comes to
    }

    @Override
    public Stages stages() {
      return rules.stages();
    }

    @Override
    public Assessment assess(Lead lead, Activities activities, Instant asOf) {
      return rules.assess(Lead.UNKNOWN, activities, asOf);
    }
  }
}
