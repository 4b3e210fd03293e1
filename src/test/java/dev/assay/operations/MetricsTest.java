package dev.assay.operations;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.webhook.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Observed.class)
class MetricsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @Test
  void everythingThatHappensIsCountedOnce() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      Webhooks.register(receiver.url());
      Scrape before = Scrape.now();

      becomeMql();
      Assay.post(demo("e-1")).statusCode(200);
      Assay.post(demo("e-1").replace("demo_request", "page_view")).statusCode(409);
      Assay.post("{\"id\":\"e-2\",\"lead\":\"%s\"}".formatted(lead)).statusCode(400);

      await().atMost(SOON).until(() -> delivered(Scrape.now()) == delivered(before) + 1);
      Scrape after = Scrape.now();
      for (String status : Set.of("accepted", "duplicate", "conflict", "rejected")) {
        assertThat(grown(before, after, "assay_events_total", "status=\"" + status + "\""))
            .describedAs(status)
            .isEqualTo(1);
      }
      assertThat(grown(before, after, "assay_batch_size_sum")).isEqualTo(4);
      assertThat(grown(before, after, "assay_batch_size_count")).isEqualTo(4);
      assertThat(grown(before, after, "assay_commit_seconds_count")).isEqualTo(4);
      assertThat(grown(before, after, "assay_assess_seconds_count")).isEqualTo(2);
      assertThat(grown(before, after, "assay_assess_seconds_sum")).isBetween(1e-6, 10.0);
      assertThat(grown(before, after, "assay_stage_changes_total", "from=\"none\"", "to=\"MQL\""))
          .isEqualTo(1);
      assertThat(after.value("assay_intake_depth")).isZero();
      assertThat(grown(before, after, "assay_intake_refused_total")).isZero();
    }
  }

  @Test
  void leadsBehindAreCountedInTheWholeDatabase() throws Exception {
    becomeMql();
    tables.execute("UPDATE lead SET next_review_at = '2001-01-01' WHERE lead = ?", lead);
    tables.execute("UPDATE lead SET publication = 0 WHERE lead = ?", lead);
    int due = tables.count("SELECT count(*) FROM lead WHERE next_review_at < now()");
    int outdated =
        tables.count(
            "SELECT count(*) FROM lead WHERE publication < (SELECT max(sequence) FROM ruleset_publication)");

    await().atMost(SOON).until(() -> behind("review") == due && behind("ruleset") == outdated);

    assertThat(due).isPositive();
    assertThat(outdated).isPositive();
  }

  @Test
  void everyMetricOfThePageIsThereAndNoneOfOursIsMissingInIt() throws Exception {
    becomeMql();
    System.gc();
    Set<String> promised = MetricsPage.names();

    await().atMost(SOON).until(() -> Scrape.now().names().containsAll(promised));

    assertThat(promised).hasSizeGreaterThan(20);
    Set<String> ours =
        Scrape.now().names().stream().filter(name -> name.startsWith("assay_")).collect(toSet());
    assertThat(promised).containsAll(ours);
  }

  private void becomeMql() {
    Assay.put(lead, "{\"title\":\"VP of Sales\",\"employees\":300}").statusCode(201);
    Assay.post(demo("e-1")).statusCode(200);
  }

  private String demo(String id) {
    return "{\"id\":\"%s\",\"lead\":\"%s\",\"type\":\"demo_request\"}".formatted(id, lead);
  }

  private static double delivered(Scrape scrape) {
    return scrape.value("assay_deliveries_seconds_count", "result=\"delivered\"");
  }

  private static double behind(String why) {
    return Scrape.now().value("assay_leads_behind", "why=\"" + why + "\"");
  }

  private static double grown(Scrape before, Scrape after, String name, String... labels) {
    return after.value(name, labels) - before.value(name, labels);
  }
}
