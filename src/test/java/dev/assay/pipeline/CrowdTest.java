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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several replicas write to the same few leads at once. */
@QuarkusTest
class CrowdTest {
  private static final int THREADS = 8;
  private static final int EVENTS = 300;

  @Inject AgroalDataSource database;
  @Inject PipelineMeters meters;
  @Inject CurrentRules rules;
  @Inject Announcer announcer;
  @Inject Tables tables;
  @Inject OwnPipeline own;

  private final SteppedClock clock = SteppedClock.yearsAhead();
  private final Histories histories = new Histories();
  private final String family = Assay.newLead();

  @Test
  void everyReplicaMayWriteEverything() throws Exception {
    List<Work> all = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      LeadKey key = new LeadKey.Known(family + "-" + i % 7);
      all.add(
          histories.event(key, i, clock.instant().minus(Duration.ofDays(60)), Duration.ofDays(60)));
    }

    List<List<Done>> done = together(all, () -> {});

    assertThat(done.stream().flatMap(List::stream))
        .allMatch(one -> one instanceof Done.Accepted || one instanceof Done.Duplicate);
    assertThat(done.stream().flatMap(List::stream).filter(Done.Accepted.class::isInstance))
        .hasSize(EVENTS);
    assertThat(tables.count("SELECT count(*) FROM event WHERE lead LIKE ?", family + "%"))
        .isEqualTo(EVENTS);
    assertSound();
  }

  @Test
  void addressesAndErasuresInBetweenLeaveNothingHalfDone() throws Exception {
    List<Work> all = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      int lead = i % 7;
      LeadKey byKey = new LeadKey.Known(family + "-" + lead);
      LeadKey byEmail = new LeadKey.Email(family + "-" + (lead + i % 3) + "@example.org");
      all.add(
          i % 5 == 0
              ? new Work.MergeProfile(byKey, "{\"email\":\"%s\"}".formatted(byEmail.value()))
              : histories.event(
                  i % 2 == 0 ? byKey : byEmail,
                  i,
                  clock.instant().minus(Duration.ofDays(60)),
                  Duration.ofDays(60)));
    }

    List<List<Done>> done =
        together(
            all,
            () -> {
              for (int round = 0; round < 3; round++) {
                for (String lead : List.of("-0", "-1", "-2@example.org")) {
                  Assay.erase(family + lead);
                }
              }
            });

    assertThat(done.stream().flatMap(List::stream)).noneMatch(Done.Failed.class::isInstance);
    assertSound();
    for (String table : new String[] {"event", "lead_alias", "profile_change", "score_change"}) {
      assertThat(
              tables.rows(
                  "SELECT t.lead FROM "
                      + table
                      + " t LEFT JOIN lead USING (lead)"
                      + " WHERE lead.lead IS NULL AND t.lead LIKE ?",
                  family + "%"))
          .describedAs(table)
          .isEmpty();
    }
  }

  @Test
  void mergesInBetweenLoseNothing() throws Exception {
    List<Work> all = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      LeadKey key = new LeadKey.Known(family + "-" + i % 7);
      all.add(
          histories.event(key, i, clock.instant().minus(Duration.ofDays(60)), Duration.ofDays(60)));
    }

    List<List<Done>> done =
        together(
            all,
            () -> {
              for (int[] pair : new int[][] {{0, 1}, {2, 0}, {3, 4}, {4, 2}, {5, 3}}) {
                Done merged;
                do {
                  merged = own.merge(clock, family + "-" + pair[0], family + "-" + pair[1]);
                } while (merged instanceof Done.Unknown);
                assertThat(merged).isInstanceOf(Done.Accepted.class);
              }
            });

    assertThat(done.stream().flatMap(List::stream).filter(Done.Accepted.class::isInstance))
        .hasSize(EVENTS);
    assertThat(done.stream().flatMap(List::stream))
        .allMatch(one -> one instanceof Done.Accepted || one instanceof Done.Duplicate);
    assertThat(
            tables.rows(
                "SELECT lead, count(*) FROM event WHERE lead LIKE ? GROUP BY lead ORDER BY lead",
                family + "%"))
        .containsExactly(family + "-5 " + (EVENTS - EVENTS / 7), family + "-6 " + EVENTS / 7);
    assertSound();
  }

  /** Each thread writes everything, in an order and in batches of its own. */
  private List<List<Done>> together(List<Work> all, Runnable meanwhile) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    try {
      List<Future<List<Done>>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        long seed = histories.random.nextLong();
        running.add(threads.submit(() -> inBatches(all, new Random(seed))));
      }
      threads.submit(meanwhile).get();
      List<List<Done>> done = new ArrayList<>();
      for (Future<List<Done>> one : running) {
        done.add(one.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Done> inBatches(List<Work> all, Random random) {
    WriteBatch write = new WriteBatch(database, rules, announcer, clock, meters);
    List<Work> work = new ArrayList<>(all);
    Collections.shuffle(work, random);
    List<Done> done = new ArrayList<>();
    while (!work.isEmpty()) {
      List<Work> batch = work.subList(0, Math.min(work.size(), 1 + random.nextInt(60)));
      try {
        done.addAll(write.write(batch));
        work = work.subList(batch.size(), work.size());
      } catch (Unavailable crowded) {
        // as a caller does, repeat it
      }
    }
    return done;
  }

  private void assertSound() throws Exception {
    try (Connection connection = database.getConnection()) {
      assertThat(new Replay(connection, rules.current()).differences(family + "%")).isEmpty();
    }
  }
}
