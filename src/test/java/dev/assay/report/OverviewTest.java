package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Stages;
import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other tests' leads are counted, too, so each test looks at what its own add. */
@QuarkusTest
class OverviewTest {
  private static final Stages FUNNEL =
      new Stages(List.of(new Stages.Stage("Test one", null), new Stages.Stage("Test two", null)));

  @Inject AgroalDataSource database;
  @Inject Tables tables;

  private final String lead = Assay.newLead();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @AfterEach
  void eraseLeads() throws Exception {
    for (String each : tables.rows("SELECT lead FROM lead WHERE lead LIKE ?", lead + "%")) {
      Assay.erase(each).statusCode(204);
    }
    tables.execute("DELETE FROM band_week");
    tables.execute("DELETE FROM overview");
  }

  @Test
  void theFunnelCountsWhoCameAsFarOrFartherAndHowLongItTook() throws Exception {
    came("a", "Test one", 10);
    came("a", "Test two", 6);
    came("b", "Test one", 20);
    came("b", "Test two", 18);
    came("c", "Test two", 5); // skips the first
    came("d", "Test one", 3);
    came("d", null, 2);
    came("d", "Test one", 1); // again, which counts once

    Overview.Figures figures = figures();

    Overview.Step one = figures.funnel().get(0);
    Overview.Step two = figures.funnel().get(1);
    assertThat(one.reached()).isEqualTo(4);
    assertThat(two.reached()).isEqualTo(3);
    assertThat(two.conversion()).isEqualTo(0.75);
    assertThat(two.medianDays()).isEqualTo(2.0); // of 4, 2 and 0
    assertThat(figures.weeks().stream().mapToLong(Overview.Reached::leads).sum()).isEqualTo(7);
    assertThat(figures.weeks()).allMatch(week -> week.week().getDayOfWeek().getValue() == 1);
  }

  @Test
  void bandsAreThoseAtTheEndOfEachWeek() throws Exception {
    Assay.put(lead, "{}").statusCode(201);
    tables.execute("DELETE FROM score_change WHERE lead = ?", lead);
    banded("test cold", 1, 40);
    banded("test hot", 2, 20);
    banded("test warm", 3, 3);

    List<Overview.BandWeek> bands =
        figures().bands().stream()
            .filter(week -> String.valueOf(week.band()).startsWith("test"))
            .toList();

    LocalDate today = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
    assertThat(bands).allMatch(week -> week.leads() == 1);
    assertThat(bands).extracting(Overview.BandWeek::week).doesNotHaveDuplicates();
    for (Overview.BandWeek week : bands) {
      long endedDaysAgo = ChronoUnit.DAYS.between(week.week().plusDays(7), today);
      String expected =
          endedDaysAgo > 20 ? "test cold" : endedDaysAgo > 3 ? "test hot" : "test warm";
      if (endedDaysAgo != 20 && endedDaysAgo != 3) {
        assertThat(week.band()).as("week of " + week.week()).isEqualTo(expected);
      }
    }
    assertThat(bands).hasSizeBetween(5, 6);
  }

  @Test
  void outcomesCountForTheBandBeforeThem() {
    JsonPath before = overview();
    Assay.put(lead, "{\"title\":\"VP of Sales\",\"employees\":900,\"industry\":\"Software\"}");
    Assay.post(
            "[%s,%s]"
                .formatted(
                    Assay.event("1", lead, "demo_request", ""),
                    Assay.event("2", lead, "meeting", "")))
        .statusCode(200);
    Assay.put(lead + "-low", "{\"lastName\":\"Nobody\"}").statusCode(201);
    Assay.post(Assay.event("3", lead, "outcome", "won")).statusCode(200);
    Assay.post(Assay.event("4", lead + "-low", "outcome", "won")).statusCode(200);
    Assay.post(Assay.event("5", lead + "-low", "outcome", "lost", java.time.Duration.ofDays(9)))
        .statusCode(200);

    await(before, "hot", 1);
    await(before, "cold", 1);
    JsonPath after = overview();

    assertThat(won(after, "hot") - won(before, "hot")).isEqualTo(1);
    assertThat(won(after, "cold") - won(before, "cold")).isEqualTo(1);
    assertThat(after.getLong("figures.leads")).isGreaterThanOrEqualTo(2);
    assertThat(after.getList("lowScorersWhoBought.lead")).contains(lead + "-low");
    assertThat(after.getLong("health.capacity")).isPositive();
  }

  @Test
  void onlyThoseWhoSeeLeadsSeeTheFigures() {
    Keys.as(Keys.with("ingest")).get("/v1/reports/overview").then().statusCode(403);
    Keys.as(Keys.with("analyst")).get("/v1/reports/overview").then().statusCode(200);
  }

  /** What was counted a moment ago is shown for a second, on a slow machine for some more. */
  private static void await(JsonPath before, String band, int more) {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> won(overview(), band) - won(before, band) >= more);
  }

  private static JsonPath overview() {
    return Assay.get("/v1/reports/overview").statusCode(200).extract().jsonPath();
  }

  private static int won(JsonPath overview, String band) {
    Integer won = overview.get("figures.outcomes.find { it.band == '%s' }?.won".formatted(band));
    return won == null ? 0 : won;
  }

  private Overview.Figures figures() throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Overview.Figures figures = new CountFigures(connection, FUNNEL, now).count();
      connection.rollback();
      return figures;
    }
  }

  private void came(String who, @org.jspecify.annotations.Nullable String stage, int daysAgo)
      throws Exception {
    String key = lead + who;
    if (tables.count("SELECT count(*) FROM lead WHERE lead = ?", key) == 0) {
      Assay.put(key, "{}").statusCode(201);
    }
    tables.execute(
        """
        INSERT INTO stage_change (lead, sequence, at, to_stage, score, ruleset)
        SELECT ?, 1000 - ?::integer, now() - make_interval(days => ?), ?, 0, 1
        """,
        key,
        daysAgo,
        daysAgo,
        stage);
  }

  private void banded(String band, int sequence, int daysAgo) throws Exception {
    tables.execute(
        """
        INSERT INTO score_change (lead, sequence, at, score, fit, engagement, band, ruleset)
        SELECT ?, ?, now() - make_interval(days => ?), 0, 0, 0, ?, 1
        """,
        lead,
        sequence,
        daysAgo,
        band);
  }
}
