package dev.assay.simulation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.assay.client.Assay;
import dev.assay.pipeline.CurrentRules;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How simulations are started, looked at and cancelled. */
@QuarkusTest
class SimulationCallsTest {
  @Inject CurrentRules rules;

  private int live;

  @BeforeEach
  void aLead() {
    live = rules.current().number();
    Assay.post(Assay.event("e-1", Assay.newLead(), "demo_request", "")).statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"sample":0}                             | sample must lie between 1 and 100000
          {"sample":100001}                        | sample must lie between 1 and 100000
          {"asOf":"2999-01-01T00:00:00Z"}          | asOf must lie between 1990-01-01T00:00:00Z and now
          {"asOf":"1989-12-31T23:59:59Z"}          | asOf must lie between
          {"to":"2026-01-01T00:00:00Z"}            | from must be given with to
          {"from":"2020-01-01T00:00:00Z"}          | from must lie at most 366 days before to
          {"from":"2020-02-01T00:00:00Z","to":"2020-02-01T00:00:00Z"}                               | to must lie after from
          {"from":"2020-01-01T00:00:00Z","to":"2020-02-01T00:00:00Z","asOf":"2020-01-01T00:00:00Z"} | asOf must not be given with from and to
          {"asOf":"yesterday"}                     | asOf
          """)
  void whatCannotBeSimulatedIsRefused(String scope, String detail) {
    Simulated.start(live, scope)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(detail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"sample\":1}", "{\"sample\":100000}", ""})
  void limitsAreWithin(String scope) {
    Simulated.run(live, scope);
  }

  @Test
  void aPeriodOfAYearMayBeReplayed() {
    Instant to = Instant.parse("2021-01-01T00:00:00Z");
    Instant from = to.minus(Duration.ofDays(366));

    Simulated.run(live, "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to));
  }

  @Test
  void aRuleSetThatIsNotThereIsNotFound() {
    Simulated.start(999_999, "{}").statusCode(404);
  }

  @Test
  void whatIsNotKnownSaysWhy() {
    Simulated.show("s-1").statusCode(404).body("detail", containsString("memory of the process"));
    Simulated.cancel("s-1").statusCode(204);
  }

  @Test
  void aCancelledSimulationEndsAndIsForgotten() {
    Population.settle(Assay.newLead(), 20);
    String scope = "{\"from\":\"%s\"}".formatted(Instant.now().minus(Duration.ofDays(300)));
    String id = Simulated.start(live, scope).statusCode(202).extract().path("id");

    Simulated.start(live, "{}")
        .statusCode(429)
        .header("Retry-After", equalTo("5"))
        .body("detail", containsString("Simulation " + id + " of rule set " + live));
    Keys.as(Keys.with("analyst")).get("/v1/simulations/{id}/changes", id).then().statusCode(409);
    Simulated.cancel(id).statusCode(204);

    Simulated.show(id).statusCode(404);
    Simulated.run(live, "{\"sample\":1}");
  }

  @Test
  void theLatestFourAreKept() {
    Simulated first = Simulated.run(live, "{\"sample\":1}");
    Simulated second = Simulated.run(live, "{\"sample\":1}");
    for (int i = 0; i < 3; i++) {
      Simulated.run(live, "{\"sample\":1}");
    }

    Simulated.show(first.id).statusCode(404);
    Simulated.show(second.id).statusCode(200);
    Keys.as(Keys.with("analyst"))
        .get("/v1/simulations")
        .then()
        .statusCode(200)
        .body("simulations.size()", equalTo(4))
        .body("simulations.id", hasItem(second.id))
        .body("simulations.id", not(hasItem(first.id)));
  }

  @Test
  void withoutWinnersInTheSampleNothingIsSuggested() {
    Simulated.run(live, "{\"asOf\":\"1990-01-02T00:00:00Z\"}")
        .get("/suggested-workbook")
        .statusCode(409)
        .body("detail", containsString("Nothing is suggested"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "sales"})
  void analystsSimulateAndNobodyElse(String role) {
    Keys.as(Keys.with(role))
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/rulesets/{number}/simulations", live)
        .then()
        .statusCode(403);
    Keys.as(Keys.with(role)).get("/v1/simulations").then().statusCode(403);
  }
}
