package dev.assay.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a draft becomes live, and an earlier version again. */
@QuarkusTest
class PublishTest {
  private static final int SHIPPED = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject RulesetVersions versions;
  @Inject Publications publications;
  @Inject CompileRules compile;
  @Inject LiveRules live;
  @Inject PublicationAnnouncer announcer;
  @Inject Clock clock;
  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @AfterEach
  void theShippedRulesAreLive() {
    Drafts.rollback(SHIPPED).statusCode(200);
  }

  @Test
  void servesAtOnceAndIsKeptInTheHistory() {
    int number = Drafts.draft(Drafts.sound(40));

    Drafts.publish(number, "?comment=Demos count more")
        .statusCode(200)
        .body("state", equalTo("live"))
        .body("publications", hasSize(1))
        .body("publications[0].replaced", equalTo(SHIPPED))
        .body("publications[0].comment", equalTo("Demos count more"))
        .body("publications[0].announce", equalTo(false))
        .body("publications[0].publishedBy", notNullValue());

    demo().body("score", equalTo(40)).body("ruleset", equalTo(number));
    Drafts.get("/{n}", SHIPPED).body("state", equalTo("past"));
  }

  @Test
  void refusesErrorsAndNamesThem() {
    int number = Drafts.draft(Drafts.workbook("many", 30));

    Drafts.publish(number, "")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("/not-sound"))
        .body("errors[0].sheet", equalTo("Points"))
        .body("errors[0].cell", equalTo("B11"));

    Drafts.get("/{n}", number).body("state", equalTo("draft"));
  }

  @Test
  void refusesFailingCasesAndNamesThem() {
    int number = Drafts.draft(Drafts.workbook(30, 31));

    Drafts.publish(number, "")
        .statusCode(409)
        .body("type", endsWith("/not-sound"))
        .body("detail", containsString("A demo (Cases!A2): score: expected 31, got 30"))
        .body("cases.name", contains("A demo"))
        .body("cases[0].got.score", equalTo("30"));

    demo().body("ruleset", equalTo(SHIPPED));
  }

  @Test
  void ofTwoWhoReplaceTheSameVersionOneIsRefused() {
    List<Integer> drafts = List.of(Drafts.draft(Drafts.sound(40)), Drafts.draft(Drafts.sound(30)));

    List<Integer> statuses =
        drafts.stream()
            .map(
                draft ->
                    CompletableFuture.supplyAsync(
                        () -> Drafts.publish(draft, "?replaces=" + SHIPPED).extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void whatIsLiveStaysSo() throws Exception {
    int before = tables.count("SELECT count(*) FROM ruleset_publication");

    Drafts.publish(SHIPPED, "").statusCode(200).body("state", equalTo("live"));

    assertThat(tables.count("SELECT count(*) FROM ruleset_publication")).isEqualTo(before);
  }

  @Test
  void anEarlierVersionIsLiveAgainInOneStep() {
    Drafts.publish(Drafts.draft(Drafts.sound(40)), "").statusCode(200);

    Drafts.rollback(SHIPPED)
        .statusCode(200)
        .body("state", equalTo("live"))
        .body("publications.size()", greaterThan(1));

    demo().body("score", equalTo(30)).body("ruleset", equalTo(SHIPPED));
  }

  @Test
  void theTimelineTellsAwardsByTheRulesOfThen() {
    int number = Drafts.draft(Drafts.sound(40));
    Drafts.publish(number, "").statusCode(200);
    demo();
    Drafts.rollback(SHIPPED).statusCode(200);
    Assay.put(lead, "{\"title\":\"VP of Sales\"}").statusCode(200);

    var timeline = Assay.get("/v1/leads/{lead}/timeline", lead);

    String change = "entries.find { it.kind == 'score' && it.id == '%d' }.awards.changes";
    timeline
        .body(change.formatted(1) + ".points", contains(40))
        .body(change.formatted(1) + ".ruleset", contains(number))
        .body(change.formatted(1) + ".rule.sheet", contains("Points"))
        .body(change.formatted(2) + ".before", hasItem(40))
        .body(change.formatted(2) + ".rule.sheet", hasItems("Points", "Engagement"));
  }

  @Test
  void thereIsNoWayBackToADraft() {
    Drafts.rollback(Drafts.draft(Drafts.sound(40)))
        .statusCode(409)
        .body("detail", containsString("never was live"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "rollback"})
  void whatIsNotThereIsNotFound(String step) {
    Keys.as(Keys.with("analyst"))
        .post("/v1/rulesets/{n}/{step}", 1_000_000, step)
        .then()
        .statusCode(404);
  }

  @Test
  void withFourEyesTheOneWhoUploadsDoesNotPublish() throws Exception {
    String uploader = Keys.make("uploader", "analyst");
    int number = Drafts.upload(uploader, Drafts.sound(40)).statusCode(201).extract().path("number");
    String id = uploader.split("_")[1];
    PublishRuleset publish =
        new PublishRuleset(
            new TestConfig(Path.of("rules"), true),
            versions,
            publications,
            compile,
            live,
            announcer,
            clock);

    HttpProblem refused =
        catchThrowableOfType(HttpProblem.class, () -> publish.publish(number, wish(id)));
    publish.publish(number, wish("another"));

    assertThat(refused.getStatusCode()).isEqualTo(403);
    assertThat(refused.getType().toString()).endsWith("/four-eyes");
    Drafts.get("/{n}", number)
        .body("createdBy", equalTo(id))
        .body("publications[0].publishedBy", equalTo("another"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allLeadsAreAssessedAgainAndAnnouncedOnlyOnDemand(boolean announce) throws Exception {
    demo().body("stage", equalTo(null));
    int number = Drafts.draft(Drafts.sound(60));

    Drafts.publish(number, "?announce=" + announce).statusCode(200);

    await().atMost(PATIENCE).until(() -> "MQL".equals(Assay.lead(lead).getString("stage")));
    assertThat(tables.rows("SELECT ruleset, score FROM stage_change WHERE lead = ?", lead))
        .containsExactly(number + " 60");
    assertThat(tables.rows("SELECT ruleset FROM score_change WHERE lead = ?", lead))
        .containsExactlyInAnyOrder("1", String.valueOf(number));
    assertThat(
            tables.count(
                "SELECT count(*) FROM message WHERE lead = ? AND type = 'lead.stage.changed'",
                lead))
        .isEqualTo(announce ? 1 : 0);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Drafts.get("/{n}/reassessment", number)
                    .statusCode(200)
                    .body("remaining", equalTo(0))
                    .body("announce", equalTo(announce))
                    .body("finishedAt", notNullValue()));
    Drafts.get("/{n}/reassessment", SHIPPED).statusCode(409);
  }

  @Test
  void aLeadThatDoesSomethingIsAnnouncedInAnyCase() throws Exception {
    int number = Drafts.draft(Drafts.sound(60));

    Drafts.publish(number, "").statusCode(200);
    demo().body("stage", equalTo("MQL")).body("ruleset", equalTo(number));

    assertThat(
            tables.count(
                "SELECT count(*) FROM message WHERE lead = ? AND type = 'lead.stage.changed'",
                lead))
        .isEqualTo(1);
  }

  @Test
  void aLeadIsExplainedByTheRulesOfAnyVersion() {
    demo();
    int number = Drafts.draft(Drafts.sound(60));

    Assay.get("/v1/leads/{lead}/explanation?ruleset={n}", lead, number)
        .statusCode(200)
        .body("ruleset", equalTo(number))
        .body("score.total", equalTo(60))
        .body("stage", equalTo("MQL"));

    Assay.get("/v1/leads/{lead}/explanation", lead)
        .body("ruleset", equalTo(SHIPPED))
        .body("score.total", equalTo(30));
    Assay.get("/v1/leads/{lead}/explanation?ruleset=1000000", lead).statusCode(404);
  }

  private ValidatableResponse demo() {
    return Assay.post(Assay.event("e-1", lead, "demo_request", "")).statusCode(200);
  }

  private static PublishRuleset.Wish wish(String key) {
    return new PublishRuleset.Wish(null, false, "", key);
  }
}
