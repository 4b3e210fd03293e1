package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lead with 30 points, too few for a stage. */
@QuarkusTest
class OutcomesTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @BeforeEach
  void asksForADemo() {
    Assay.post(Assay.event("e-1", lead, "demo_request", "", Duration.ofDays(2)))
        .statusCode(200)
        .body("stage", nullValue());
  }

  @Test
  void aLeadThatSalesAcceptIsSql() throws Exception {
    report("{\"id\":\"o-1\",\"outcome\":\"accepted\"}")
        .statusCode(200)
        .body("id", equalTo("o-1"))
        .body("status", equalTo("accepted"))
        .body("lead", equalTo(lead))
        .body("score", equalTo(30))
        .body("stage", equalTo("SQL"));

    assertThat(tables.rows("SELECT from_stage, to_stage FROM stage_change WHERE lead = ?", lead))
        .containsExactly("null SQL");
    assertThat(
            tables.count(
                "SELECT count(*) FROM message WHERE lead = ? AND type = 'lead.stage.changed'",
                lead))
        .isOne();
  }

  @Test
  void anOutcomeCountsOnce() {
    Instant at = Assay.ago(Duration.ofDays(1));
    String outcome = "{\"id\":\"o-1\",\"outcome\":\"won\",\"occurredAt\":\"%s\"}".formatted(at);
    report(outcome).statusCode(200).body("status", equalTo("accepted"));

    report(outcome).statusCode(200).body("status", equalTo("duplicate"));

    Assay.get("/v1/leads/{lead}/outcomes", lead)
        .statusCode(200)
        .body("outcomes", hasSize(1))
        .body("outcomes[0].outcome", equalTo("won"))
        .body("outcomes[0].source", equalTo("sales"))
        .body("outcomes[0].reason", nullValue())
        .body("outcomes[0].occurredAt", equalTo(at.toString()));
  }

  @Test
  void anotherOutcomeUnderTheSameIdIsAConflict() {
    report("{\"id\":\"o-1\",\"outcome\":\"won\"}").statusCode(200);

    report("{\"id\":\"o-1\",\"outcome\":\"lost\"}")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("Event o-1 of source sales was stored before"));
  }

  @Test
  void theReasonOfARejectionIsShown() {
    report("{\"id\":\"o-1\",\"outcome\":\"accepted\",\"source\":\"crm\"}").statusCode(200);
    report("{\"id\":\"o-2\",\"outcome\":\"rejected\",\"reason\":\"No budget\"}").statusCode(200);

    Assay.get("/v1/leads/{lead}/outcomes", lead)
        .statusCode(200)
        .body("outcomes.outcome", contains("rejected", "accepted"))
        .body("outcomes.reason", contains("No budget", null))
        .body("outcomes.source", contains("sales", "crm"));
    Assay.get("/v1/leads/{lead}/timeline", lead)
        .statusCode(200)
        .body(
            "entries.findAll { it.kind == 'outcome' }.what.subject",
            contains("rejected", "accepted"))
        .body(containsString("\"reason\": \"No budget\""));
  }

  @Test
  void theLeadMayBeNamedByItsAddress() {
    Assay.put(lead, "{\"email\":\"%s@example.org\"}".formatted(lead)).statusCode(200);

    report(lead + "@example.org", "{\"id\":\"o-1\",\"outcome\":\"accepted\"}")
        .statusCode(200)
        .body("lead", equalTo(lead));
  }

  @Test
  void aLeadThatIsNotKnownIsNotCreated() throws Exception {
    String unknown = Assay.newLead();

    report(unknown, "{\"id\":\"o-1\",\"outcome\":\"won\"}").statusCode(404);

    Assay.get("/v1/leads/{lead}/outcomes", unknown).statusCode(404);
    assertThat(tables.count("SELECT count(*) FROM lead WHERE lead = ?", unknown)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"outcome":"won"}                               | id is required
          {"id":"o"}                                      | outcome is required
          {"id":"o","outcome":"sold"}                     | outcome must be one of accepted, rejected, won, lost, was "sold"
          {"id":"o","outcome":"rejected"}                 | reason is required
          {"id":"o","outcome":"rejected","reason":" "}    | reason is required
          {"id":"o","outcome":"won","amount":5}           | amount is not a field of an outcome
          {"id":"o","outcome":"won","occurredAt":"now"}   | occurredAt must be a time (RFC 3339)
          {"id":"o","outcome":"won","source":7}           | source must be a text
          []                                              | must be a JSON object
          """)
  void whatIsNoOutcomeIsRefused(String body, String detail) {
    report(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(detail));
  }

  @Test
  void aReasonHasAtMostAThousandCharacters() {
    String outcome = "{\"id\":\"o-1\",\"outcome\":\"lost\",\"reason\":\"%s\"}";

    report(outcome.formatted("x".repeat(1_001))).statusCode(400);

    report(outcome.formatted("x".repeat(1_000))).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "analyst"})
  void salesReportOutcomesAndNobodyElse(String role) {
    Keys.as(Keys.with(role))
        .contentType(ContentType.JSON)
        .body("{\"id\":\"o-1\",\"outcome\":\"won\"}")
        .post("/v1/leads/{lead}/outcomes", lead)
        .then()
        .statusCode(403);
  }

  private ValidatableResponse report(String body) {
    return report(lead, body);
  }

  private static ValidatableResponse report(String lead, String body) {
    return Keys.as(Keys.with("sales"))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/leads/{lead}/outcomes", lead)
        .then();
  }
}
