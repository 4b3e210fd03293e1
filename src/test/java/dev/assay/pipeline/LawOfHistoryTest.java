package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.client.Replay;
import dev.assay.client.Tables;
import dev.assay.scoring.step.Event;
import dev.assay.scoring.step.LeadKey;
import dev.assay.time.SteppedClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every history, tried on made-up ones. */
@QuarkusTest
class LawOfHistoryTest {
  private static final String STANDING =
      """
      SELECT score, fit, engagement, grade, band, awards, encode(activities, 'hex'), profile,
          next_review_at, last_activity_at, problem
      FROM lead WHERE lead = ?\
      """;

  @Inject AgroalDataSource database;
  @Inject PipelineMeters meters;
  @Inject CurrentRules rules;
  @Inject Announcer announcer;
  @Inject Tables tables;

  private final SteppedClock clock = SteppedClock.yearsAhead();
  private final Histories histories = new Histories();

  @SuppressWarnings("NullAway.Init")
  private WriteBatch write;

  @BeforeEach
  void ownClock() {
    write = new WriteBatch(database, rules, announcer, clock, meters);
  }

  @Test
  void orderBatchingAndRepetitionDoNotMatter() throws Exception {
    for (int run = 0; run < 40; run++) {
      List<String> standings = new ArrayList<>();
      List<Work> plain = history(Assay.newLead());
      write.write(plain);
      standings.addAll(tables.rows(STANDING, plain.get(0).key().value()));
      for (int shuffled = 0; shuffled < 3; shuffled++) {
        String lead = Assay.newLead();
        List<Work> work = shuffled(plain.stream().map(one -> of(lead, one)).toList());
        while (!work.isEmpty()) {
          int size = 1 + histories.random.nextInt(work.size());
          write.write(work.subList(0, size));
          work = work.subList(size, work.size());
        }
        standings.addAll(tables.rows(STANDING, lead));
      }

      assertThat(standings).hasSize(4);
      assertThat(standings).containsOnly(standings.get(0));
    }
  }

  @Test
  void aLeadIsWhatItsLogsSay() throws Exception {
    String family = Assay.newLead();
    for (int run = 0; run < 40; run++) {
      List<Work> work = new ArrayList<>();
      for (int lead = 0; lead < 5; lead++) {
        work.addAll(history(family + "-" + run + "-" + lead));
      }
      clock.step(Duration.ofHours(histories.random.nextInt(100)));
      write.write(shuffled(work));
    }

    try (Connection connection = database.getConnection()) {
      assertThat(new Replay(connection, rules.current()).differences(family + "%")).isEmpty();
    }
    assertThat(tables.count("SELECT count(*) FROM lead WHERE lead LIKE ?", family + "%"))
        .isEqualTo(200);
  }

  @Test
  void anExplanationOfAPastMomentIsWhatWasAssessedThen() throws Exception {
    for (int run = 0; run < 25; run++) {
      String lead = Assay.newLead();
      Map<Instant, Integer> assessed = new LinkedHashMap<>();
      for (int step = 0; step < 8; step++) {
        Instant before = clock.instant();
        Duration passed = Duration.ofMillis(1 + (long) (histories.random.nextDouble() * 2e9));
        clock.step(passed);
        List<Work> work = new ArrayList<>();
        if (histories.random.nextInt(3) == 0) {
          work.add(new Work.MergeProfile(new LeadKey.Known(lead), histories.patch()));
        }
        for (int i = 0; i <= histories.random.nextInt(4); i++) {
          work.add(
              histories.event(
                  new LeadKey.Known(lead),
                  10 * step + i,
                  before.plusMillis(1),
                  passed.minusMillis(1)));
        }
        Done.Accepted done = (Done.Accepted) write.write(work).get(0);
        assessed.put(clock.instant(), done.lead().score());
      }

      Map<Instant, Integer> explained = new LinkedHashMap<>();
      for (Instant moment : assessed.keySet()) {
        var why =
            Assay.get("/v1/leads/{lead}/explanation?asOf={asOf}", lead, moment.toString())
                .statusCode(200)
                .extract()
                .jsonPath();
        explained.put(moment, why.getInt("score.total"));
        assertThat(why.getList("lines.points", Integer.class).stream().mapToInt(i -> i).sum())
            .isEqualTo(why.getInt("score.total"));
      }

      assertThat(explained).isEqualTo(assessed);
    }
  }

  /** A history of four months, with profile changes in between. */
  private List<Work> history(String lead) {
    LeadKey key = new LeadKey.Known(lead);
    List<Work> work = new ArrayList<>();
    int events = 1 + histories.random.nextInt(30);
    for (int i = 0; i < events; i++) {
      work.add(
          histories.event(
              key, i, clock.instant().minus(Duration.ofDays(120)), Duration.ofDays(120)));
    }
    for (int i = 0; i < histories.random.nextInt(4); i++) {
      work.add(
          histories.random.nextInt(work.size() + 1), new Work.MergeProfile(key, histories.patch()));
    }
    return work;
  }

  static Work of(String lead, Work work) {
    LeadKey key = new LeadKey.Known(lead);
    if (work instanceof Work.MergeProfile merge) {
      return new Work.MergeProfile(key, merge.patch());
    }
    if (work instanceof Work.AssignOwner assign) {
      return new Work.AssignOwner(key, assign.owner(), assign.by());
    }
    Event event = ((Work.AppendEvent) work).event();
    return new Work.AppendEvent(
        new Event(
            key,
            event.source(),
            event.id(),
            event.type(),
            event.subject(),
            event.occurredAt(),
            event.properties(),
            event.digest(),
            event.traceparent()));
  }

  /** Any order, some of it twice; but profile changes in theirs, as each stands on those before. */
  private List<Work> shuffled(List<Work> work) {
    List<Work> events =
        new ArrayList<>(work.stream().filter(Work.AppendEvent.class::isInstance).toList());
    for (Work event : List.copyOf(events)) {
      if (histories.random.nextInt(4) == 0) {
        events.add(of(event.key().value(), event));
      }
    }
    Collections.shuffle(events, histories.random);
    int from = 0;
    for (Work one : work) {
      if (one instanceof Work.MergeProfile) {
        from += histories.random.nextInt(events.size() - from + 1);
        events.add(from++, one);
      }
    }
    return events;
  }
}
