package dev.assay.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Assessment;
import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.pipeline.CurrentRules;
import dev.assay.pipeline.Histories;
import dev.assay.pipeline.LeadLog;
import dev.assay.pipeline.OwnPipeline;
import dev.assay.pipeline.PickLeads;
import dev.assay.pipeline.ReassessLeads;
import dev.assay.pipeline.Work;
import dev.assay.scoring.step.LeadKey;
import dev.assay.scoring.step.Profiles;
import dev.assay.time.SteppedClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A year in the life of some leads, day by day. */
@QuarkusTest
class YearTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int ALL = 1_000_000;

  @Inject OwnPipeline pipeline;
  @Inject CurrentRules rules;
  @Inject AgroalDataSource database;
  @Inject Tables tables;

  private final SteppedClock clock = SteppedClock.yearsAhead();
  private final Histories histories = new Histories();
  private final String family = Assay.newLead();
  private final List<String> leads =
      IntStream.range(0, 8).mapToObj(i -> family + "-" + i).sorted().toList();

  @Test
  void everyDayTheReviewedLeadsAreWhatAFreshEvaluationSays() throws Exception {
    ReassessLeads reassess = pipeline.reassess(clock);
    PickLeads due = this::ownDue;
    List<String> differences = new ArrayList<>();
    int reviews = 0;
    pipeline.write(clock, beginning());
    for (int day = 1; day <= 365; day++) {
      List<Work> today = today(day);
      clock.step(DAY);

      if (!today.isEmpty()) {
        pipeline.write(clock, today);
      }
      for (int done = reassess.next(due); done > 0; done = reassess.next(due)) {
        reviews += done;
      }

      differences.addAll(differences(day));
    }

    assertThat(differences).isEmpty();
    assertThat(reviews).isGreaterThan(leads.size() * 5);
    assertThat(
            tables.count(
                "SELECT count(*) FROM score_change WHERE event_id IS NULL AND lead LIKE ?",
                family + "%"))
        .describedAs("scores that time changed")
        .isGreaterThan(leads.size());
    assertThat(
            tables.rows(
                """
                SELECT lead, sequence FROM (
                    SELECT *, lag(to_stage) OVER (PARTITION BY lead ORDER BY sequence) AS before
                    FROM stage_change WHERE lead LIKE ?) AS s
                WHERE from_stage IS DISTINCT FROM before OR from_stage IS NOT DISTINCT FROM to_stage
                """,
                family + "%"))
        .isEmpty();
  }

  /** All is asked for, as other tests have leads that are due by then; only ours are taken. */
  private List<String> ownDue(Connection connection, java.time.Instant now, int ruleset, int most)
      throws java.sql.SQLException {
    return new DueLeads()
        .pick(connection, now, ruleset, ALL).stream()
            .filter(lead -> lead.startsWith(family))
            .toList();
  }

  private List<Work> beginning() {
    List<Work> work = new ArrayList<>();
    for (int i = 0; i < leads.size(); i++) {
      LeadKey key = new LeadKey.Known(leads.get(i));
      work.add(new Work.MergeProfile(key, histories.patch()));
      work.add(Histories.event(key, -1, "demo_request", "", clock.instant()));
      work.add(Histories.event(key, -2, "page_view", "/pricing", clock.instant()));
    }
    return work;
  }

  /** Some leads are busy, some do something in spring and then nothing for months. */
  private List<Work> today(int day) {
    List<Work> work = new ArrayList<>();
    for (int i = 0; i < leads.size(); i++) {
      boolean active = i < 4 ? histories.random.nextInt(10 * (i + 1)) == 0 : day > 20 && day < 30;
      if (active) {
        LeadKey key = new LeadKey.Known(leads.get(i));
        work.add(histories.event(key, day, clock.instant(), DAY));
      }
    }
    return work;
  }

  private List<String> differences(int day) throws Exception {
    List<String> differences = new ArrayList<>();
    List<String> stored =
        tables.rows(
            """
            SELECT lead, score, fit, engagement, grade, band, stage FROM lead
            WHERE lead LIKE ? ORDER BY lead""",
            family + "%");
    try (Connection connection = database.getConnection()) {
      Map<String, LeadLog> logs = LeadLog.read(connection, leads);
      for (int i = 0; i < leads.size(); i++) {
        LeadLog log = java.util.Objects.requireNonNull(logs.get(leads.get(i)));
        Assessment fresh =
            rules.current().assess(Profiles.lead(log.profile()), log.activities(), clock.instant());
        String before = stored.get(i).replaceFirst(".* ", "");
        String evaluated =
            "%s %d %d %d %s %s %s"
                .formatted(
                    leads.get(i),
                    fresh.score().total(),
                    fresh.score().fit(),
                    fresh.score().engagement(),
                    fresh.gradeValue(),
                    fresh.bandValue(),
                    rules.current().stages().step(fresh, before.equals("null") ? null : before));
        if (!stored.get(i).equals(evaluated)) {
          differences.add("day %d: %s, fresh: %s".formatted(day, stored.get(i), evaluated));
        }
      }
    }
    return differences;
  }
}
