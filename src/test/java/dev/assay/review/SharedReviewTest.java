package dev.assay.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.pipeline.CurrentRules;
import dev.assay.pipeline.ReassessLeads;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several processes look for due leads in one database. */
@QuarkusTest
class SharedReviewTest {
  private static final int LEADS = 1_000;
  private static final int PROCESSES = 3;

  @Inject ReassessLeads reassess;
  @Inject CurrentRules rules;
  @Inject Tables tables;

  private final String family = Assay.newLead();

  @Test
  void eachDueLeadIsReviewedOnceAndEachStageChangeAnnouncedOnce() throws Exception {
    qualified();
    tables.execute(
        "UPDATE lead SET next_review_at = 'epoch', profile = '{\"unsubscribed\": true}',"
            + " activities = '' WHERE lead LIKE ?",
        family + "%");

    together(() -> new ReviewLeads(reassess).review());

    awaitCount("lead WHERE next_review_at IS NULL AND stage IS NULL AND ");
    assertThat(count("stage_change WHERE to_stage IS NULL AND ")).isEqualTo(LEADS);
    assertThat(count("stage_change WHERE sequence = 2 AND ")).isEqualTo(LEADS);
    assertThat(count("message WHERE ")).isEqualTo(2 * LEADS);
  }

  @Test
  void afterARollbackLeadsOfTheNewerRulesAreReviewedToo() throws Exception {
    qualified();
    tables.execute(
        "UPDATE lead SET publication = 0, ruleset = 7, score = 1 WHERE lead LIKE ?", family + "%");

    together(() -> new ReviewLeads(reassess).review());

    awaitCount("lead WHERE ruleset = 1 AND score > 1 AND ");
    assertThat(count("message WHERE ")).isEqualTo(LEADS);
  }

  /** Their snapshots were changed behind the logs' back, which other tests would stumble over. */
  @AfterEach
  void forget() throws Exception {
    for (String table :
        List.of("lead", "event", "profile_change", "score_change", "stage_change", "message")) {
      tables.execute("DELETE FROM %s WHERE lead LIKE ?".formatted(table), family + "-%");
    }
  }

  /** Each has a profile and a demo request, and is an MQL. */
  private void qualified() throws Exception {
    Assay.post(
            IntStream.range(0, LEADS)
                .mapToObj(i -> Assay.event("e", family + "-" + i, "demo_request", ""))
                .collect(Collectors.joining(",", "[", "]")))
        .statusCode(200);
    tables.execute(
        "UPDATE lead SET profile = '{\"title\": \"VP of Sales\", \"employees\": 300}',"
            + " next_review_at = 'epoch' WHERE lead LIKE ?",
        family + "%");
    new ReviewLeads(reassess).review();
    awaitCount("lead WHERE stage = 'MQL' AND ");
  }

  /** The running service reviews, too, and may be at some of them when all others are done. */
  private void awaitCount(String from) {
    await().until(() -> count(from) == LEADS);
  }

  private int count(String from) throws Exception {
    return tables.count("SELECT count(*) FROM " + from + " lead LIKE ?", family + "-%");
  }

  private static void together(Runnable review) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
    try {
      List<Callable<Object>> calls = new ArrayList<>();
      for (int i = 0; i < PROCESSES; i++) {
        calls.add(Executors.callable(review));
      }
      for (var done :
          threads.invokeAll(
              calls, Duration.ofMinutes(1).toSeconds(), java.util.concurrent.TimeUnit.SECONDS)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
