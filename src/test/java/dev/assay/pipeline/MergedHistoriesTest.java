package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.client.Replay;
import dev.assay.client.Tables;
import dev.assay.scoring.step.LeadKey;
import dev.assay.time.SteppedClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergedHistoriesTest {
  private static final String STANDING =
      """
      SELECT score, fit, engagement, grade, band, awards, encode(activities, 'hex'), profile,
          next_review_at, last_activity_at, problem
      FROM lead WHERE lead = ?""";

  @Inject AgroalDataSource database;
  @Inject CurrentRules rules;
  @Inject OwnPipeline pipeline;
  @Inject Tables tables;

  private final SteppedClock clock = SteppedClock.yearsAhead();
  private final Histories histories = new Histories();

  @Test
  void aMergedLeadStandsWhereOneLeadFromTheStartWould() throws Exception {
    for (int run = 0; run < 25; run++) {
      String lead = Assay.newLead();
      String other = Assay.newLead();
      String single = Assay.newLead();
      List<Work> own = history(0);
      List<Work> others = history(1_000);
      own.stream().filter(work -> histories.random.nextInt(5) == 0).forEach(others::add);
      List<Work> later = history(2_000);

      write(lead, own);
      write(other, others);
      pipeline.merge(clock, lead, other);
      for (Work work : later) {
        write(histories.random.nextBoolean() ? lead : other, List.of(work));
      }

      write(single, others);
      write(single, own);
      write(single, later);
      assertThat(tables.rows(STANDING, lead)).isEqualTo(tables.rows(STANDING, single));
      for (String of : List.of("event", "profile_change")) {
        assertThat(tables.count("SELECT count(*) FROM " + of + " WHERE lead = ?", other)).isZero();
      }
      try (Connection connection = database.getConnection()) {
        assertThat(new Replay(connection, rules.current()).differences(lead)).isEmpty();
      }
    }
  }

  @Test
  void aPersonStandsWhereTheFurtherOfTheTwoStood() throws Exception {
    String lead = Assay.newLead();
    String other = Assay.newLead();
    write(lead, List.of(new Work.MergeProfile(new LeadKey.Known(""), "{\"company\":\"Acme\"}")));
    write(
        other,
        List.of(
            new Work.MergeProfile(new LeadKey.Known(""), "{\"title\":\"VP\",\"employees\":300}"),
            Histories.event(new LeadKey.Known(""), 1, "demo_request", "", clock.instant())));
    assertThat(tables.rows("SELECT stage FROM lead WHERE lead = ?", other)).containsExactly("MQL");

    Done done = pipeline.merge(clock, lead, other);

    assertThat(((Done.Accepted) done).lead().stage()).isEqualTo("MQL");
    assertThat(
            tables.rows(
                "SELECT sequence, from_stage, to_stage FROM stage_change WHERE lead = ?"
                    + " ORDER BY sequence",
                lead))
        .containsExactly("0 null MQL", "1 null MQL");
  }

  /** Anybody's, until it is written. */
  private List<Work> history(int from) {
    LeadKey nobody = new LeadKey.Known("");
    List<Work> work = new ArrayList<>();
    int events = 1 + histories.random.nextInt(20);
    for (int i = 0; i < events; i++) {
      work.add(
          histories.event(
              nobody, from + i, clock.instant().minus(Duration.ofDays(120)), Duration.ofDays(120)));
    }
    for (int i = 0; i < histories.random.nextInt(4); i++) {
      work.add(
          histories.random.nextInt(work.size() + 1),
          new Work.MergeProfile(nobody, histories.patch()));
    }
    return work;
  }

  private void write(String lead, List<Work> work) {
    clock.step(Duration.ofMillis(1));
    pipeline.write(clock, work.stream().map(one -> LawOfHistoryTest.of(lead, one)).toList());
  }
}
