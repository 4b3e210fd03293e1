package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CheckTest {
  @Inject Tables tables;
  @Inject CheckLeads checks;

  private final String lead = Assay.newLead();

  @BeforeEach
  void aLeadWithHistory() {
    Assay.put(lead, "{\"title\":\"VP of Sales\",\"employees\":300}").statusCode(201);
    Assay.post(Assay.event("e-1", lead, "demo_request", "")).statusCode(200);
    Assay.post(Assay.event("e-2", lead, "page_view", "/pricing"))
        .statusCode(200)
        .body("score", org.hamcrest.Matchers.equalTo(75));
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    Assay.erase(lead);
    assertThat(tables.count("SELECT count(*) FROM log_difference WHERE lead = ?", lead)).isZero();
    tables.execute("DELETE FROM event WHERE lead = ?", lead);
  }

  @Test
  void aSoundLeadDiffersInNothing() throws Exception {
    JsonPath check = check(false);

    assertThat(found(check)).isEmpty();
    assertThat(check.getLong("leads"))
        .isGreaterThanOrEqualTo(tables.count("SELECT count(*) FROM lead"));
  }

  @Test
  void aLeadWithAnotherMergedIntoItIsWhatItsLogsSay() throws Exception {
    String other = lead + "-other";
    Assay.put(other, "{\"title\":\"Intern\",\"company\":\"Example Ltd\"}").statusCode(201);
    Assay.post(Assay.event("e-9", other, "demo_request", "")).statusCode(200);
    Assay.assign(other, "Kim").statusCode(200);
    Assay.merge(lead, other).statusCode(200);
    Assay.assign(lead, "Lee").statusCode(200);
    assertThat(found(check(false))).isEmpty();
    String before = Assay.get("/v1/leads/{lead}", lead).extract().asString();
    tables.execute(
        "UPDATE lead SET profile = '{}', activities = '', stage = NULL, owner = NULL, score = 0,"
            + " profile_changes = 7 WHERE lead = ?",
        lead);

    check(true);

    assertThat(Assay.get("/v1/leads/{lead}", lead).extract().asString().replaceAll(ASSESSED, ""))
        .isEqualTo(before.replaceAll(ASSESSED, ""));
    assertThat(found(check(false))).isEmpty();
  }

  private static final String ASSESSED = "\"(assessedAt|nextReviewAt)\":[^,]*,";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          activities | UPDATE lead SET activities = ''
          activities | UPDATE lead SET activities = 'x'
          activities | UPDATE lead SET recent_activities = activities
          activities | UPDATE lead SET recent_activities = 'x'
          profile | UPDATE lead SET profile = '{"title": "VP of Sales", "employees": 3}'
          score | UPDATE lead SET score = 7
          score | UPDATE lead SET grade = 'D'
          awards | UPDATE lead SET awards = '{}'
          stage | UPDATE lead SET stage = NULL
          owner | UPDATE lead SET owner = 'nobody'
          counts | UPDATE lead SET score_changes = 9
          nextReviewAt | UPDATE lead SET next_review_at = NULL
          row | DELETE FROM lead
          activities | DELETE FROM event WHERE id = 'e-2' AND
          """)
  void damageIsFoundAndRepairedWithoutFalseAnnouncements(String what, String damage)
      throws Exception {
    tables.execute(
        damage.contains(" AND") ? damage + " lead = ?" : damage + " WHERE lead = ?", lead);
    assertThat(found(check(false))).contains(what + " null");

    JsonPath repair = check(true);

    assertThat(found(repair)).contains(what + " true").noneMatch(one -> one.endsWith("false"));
    assertThat(repair.getInt("repaired")).isPositive();
    assertThat(found(check(false))).isEmpty();
    assertThat(Assay.lead(lead).getString("stage")).isEqualTo("MQL");
    assertThat(tables.rows("SELECT sequence, to_stage FROM stage_change WHERE lead = ?", lead))
        .containsExactly("1 MQL");
    assertThat(
            tables.count(
                "SELECT count(*) FROM message WHERE lead = ? AND type = 'lead.stage.changed'",
                lead))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"scoreHistory, score_change", "stageHistory, stage_change"})
  void whatIsLostFromAHistoryIsReportedAndCannotBeRepaired(String what, String table)
      throws Exception {
    Assay.post(
            """
            {"id":"e-3","lead":"%s","type":"unsubscribe"}\
            """
                .formatted(lead))
        .statusCode(200);
    tables.execute("DELETE FROM " + table + " WHERE sequence = 1 AND lead = ?", lead);

    assertThat(found(check(true))).contains(what + " false");
  }

  @Test
  void aStageThatWasNeverAnnouncedIsWhenTheLeadIsRepaired() throws Exception {
    tables.execute("UPDATE lead SET stage = NULL, stage_changes = 0 WHERE lead = ?", lead);
    tables.execute("DELETE FROM stage_change WHERE lead = ?", lead);
    tables.execute("DELETE FROM message WHERE lead = ?", lead);

    check(true);

    assertThat(
            tables.count(
                "SELECT count(*) FROM message WHERE lead = ? AND type = 'lead.stage.changed'",
                lead))
        .isEqualTo(1);
    assertThat(found(check(false))).isEmpty();
  }

  @Test
  void aDamagedSnapshotDoesNotKeepEventsAway() throws Exception {
    tables.execute("UPDATE lead SET activities = 'x' WHERE lead = ?", lead);

    Assay.post(Assay.event("e-3", lead, "demo_request", ""))
        .statusCode(200)
        .body("problem", org.hamcrest.Matchers.nullValue());

    assertThat(found(check(false))).isEmpty();
  }

  @Test
  void oneRunsAtATime() throws Exception {
    tables.execute("INSERT INTO log_check (repair, started_at, upto) VALUES (false, now(), '')");

    Keys.as(Keys.admin())
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/checks")
        .then()
        .statusCode(409)
        .body("detail", containsString("/v1/checks"));

    awaitAll();
  }

  @Test
  void onlyAdminsMayCheck() {
    Keys.as(Keys.with("analyst"))
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/checks")
        .then()
        .statusCode(403);
    Keys.as(Keys.admin()).get("/v1/checks/{id}", 0).then().statusCode(404);
  }

  private JsonPath check(boolean repair) throws Exception {
    int id =
        Keys.as(Keys.admin())
            .contentType(ContentType.JSON)
            .body("{\"repair\":%s}".formatted(repair))
            .post("/v1/checks")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    checks.run(); // as every second, but at once
    awaitAll();
    return Keys.as(Keys.admin()).get("/v1/checks/{id}", id).jsonPath();
  }

  private void awaitAll() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> tables.count("SELECT count(*) FROM log_check WHERE finished_at IS NULL") == 0);
  }

  /** What the check found of the lead: kind and whether it is repaired; all pages are read. */
  private List<String> found(JsonPath check) {
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page =
          Keys.as(Keys.admin())
              .get(
                  "/v1/checks/{id}/differences?limit=3&cursor={cursor}", check.getInt("id"), cursor)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      for (int i = 0; i < page.getList("differences").size(); i++) {
        if (lead.equals(page.getString("differences[%d].lead".formatted(i)))) {
          found.add(
              page.getString("differences[%d].what".formatted(i))
                  + " "
                  + page.getString("differences[%d].repaired".formatted(i)));
        }
      }
      cursor = page.getString("next");
    } while (cursor != null);
    return found;
  }
}
