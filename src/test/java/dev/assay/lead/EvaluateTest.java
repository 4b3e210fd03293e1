package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EvaluateTest {
  @Inject Tables tables;

  @Test
  void aLeadIsAssessedAndNothingIsStored() throws Exception {
    int before = tables.count("SELECT count(*) FROM lead");

    evaluate(
            """
            {"profile":{"title":"VP of Sales","employees":300},
             "events":[{"type":"demo_request"},{"type":"page_view","subject":"/pricing"}]}""")
        .statusCode(200)
        .body("lead", nullValue())
        .body("score.total", equalTo(75))
        .body("stage", equalTo("MQL"))
        .body("lines.points.sum()", equalTo(75));

    assertThat(tables.count("SELECT count(*) FROM lead")).isEqualTo(before);
  }

  @Test
  void anyMomentCanBeAsked() {
    evaluate(
            """
            {"asOf":"2026-03-01T00:00:00Z",
             "events":[{"type":"page_view","subject":"/pricing","occurredAt":"2026-01-01T00:00:00Z"},
                       {"type":"page_view","subject":"/pricing","occurredAt":"2026-02-28T00:00:00Z"}]}""")
        .statusCode(200)
        .body("asOf", equalTo("2026-03-01T00:00:00Z"))
        .body("lines.occurrences", contains(1));
  }

  @Test
  void everyFaultIsNamedWithItsPlace() {
    evaluate("{\"profile\":{\"employees\":\"x\"},\"events\":[{},{\"type\":7}],\"more\":1}")
        .statusCode(400)
        .body("violations.field", hasItem("more"))
        .body("violations.field", hasItem("employees"))
        .body("violations.field", hasItem("events[0].type"))
        .body("violations.field", hasItem("events[1].type"));
  }

  @ParameterizedTest
  @CsvSource({"ingest, 200", "sales, 200", "analyst, 200", "admin, 200"})
  void everyRoleMayAsk(String role, int status) {
    Keys.as(Keys.with(role))
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/evaluate")
        .then()
        .statusCode(status);
  }

  private static ValidatableResponse evaluate(String body) {
    return Keys.as(Keys.with("analyst"))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/evaluate")
        .then();
  }
}
