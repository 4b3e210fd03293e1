package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.client.Assay;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that only writes learns what became of what it wrote, and nothing of the lead. */
@QuarkusTest
class WriterAnswersTest {
  private static final List<String> OF_LEADS =
      List.of("score", "fit", "engagement", "grade", "band", "stage", "owner", "ruleset");

  private final String lead = Assay.newLead();

  @Test
  void eventsAreAnsweredByTheirStatusAlone() {
    String event = event("e-1", "demo_request", "");
    assertThat(send(event).statusCode(200).extract().<Map<String, Object>>path("$"))
        .isEqualTo(Map.of("id", "e-1", "status", "accepted"));
    assertThat(send("[" + event + "]").statusCode(200).extract().<List<Object>>path("$"))
        .containsExactly(Map.of("id", "e-1", "status", "duplicate"));
    String lines =
        Keys.as(Keys.with("ingest"))
            .contentType("application/x-ndjson")
            .body((event + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .post("/v1/events")
            .asString();
    assertThat(lines).isEqualTo("{\"id\":\"e-1\",\"status\":\"duplicate\"}\n");

    ValidatableResponse asBefore =
        Keys.as(Keys.with("ingest", "sales"))
            .contentType("application/json")
            .body(event)
            .post("/v1/events")
            .then();
    OF_LEADS.forEach(
        each -> assertThat(asBefore.extract().<Map<String, Object>>path("$")).containsKey(each));
  }

  @Test
  void aProfileIsAnsweredByItsStatusAlone() {
    assertThat(
            put(lead, "{\"title\":\"CEO\"}")
                .statusCode(201)
                .extract()
                .<Map<String, Object>>path("$"))
        .isEqualTo(Map.of("status", "accepted"));
    assertThat(
            put(lead, "{\"title\":\"CFO\"}")
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("$"))
        .isEqualTo(Map.of("status", "accepted"));
  }

  @Test
  void anAddressOfAnotherLeadDoesNotTellWhichLeadItIs() {
    String address = lead + "@example.com";
    put(lead, "{\"email\":\"%s\"}".formatted(address)).statusCode(201);
    String other = Assay.newLead();
    String body = "{\"email\":\"%s\"}".formatted(address);

    String told = put(other, body).statusCode(409).extract().asString();

    assertThat(told).contains("belongs to another lead").doesNotContain(lead + ".");
    Assay.put(other, body)
        .statusCode(409)
        .body("detail", containsString("belongs to lead " + lead));
  }

  @Test
  void aMergeIsAnsweredByItsStatusAlone() {
    String other = Assay.newLead();
    put(lead, "{\"title\":\"CEO\"}");
    put(other, "{\"title\":\"CFO\"}");

    Keys.as(Keys.with("ingest"))
        .contentType("application/json")
        .body("{\"from\":\"%s\"}".formatted(other))
        .post("/v1/leads/{lead}/merge", lead)
        .then()
        .statusCode(200)
        .body("status", equalTo("accepted"))
        .body("score", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"outcome", "Outcome", "OUTCOME"})
  void outcomesNeedTheRoleSales(String type) {
    send(event("o-1", type, "won"))
        .statusCode(403)
        .body("type", equalTo("https://assay.dev/problems/forbidden"))
        .body("detail", containsString("the role sales"));

    send("[%s,%s]".formatted(event("o-1", type, "won"), event("e-1", "page_view", "/a")))
        .statusCode(200)
        .body("status", equalTo(List.of("rejected", "accepted")))
        .body("[0].problem.status", equalTo(403));
    Keys.as(Keys.with("ingest"))
        .contentType("application/cloudevents+json")
        .body(
            "{\"specversion\":\"1.0\",\"id\":\"o-2\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"won\",\"lead\":\"%s\"}"
                .formatted(type, lead))
        .post("/v1/events")
        .then()
        .statusCode(403);
    Keys.as(Keys.with("ingest"))
        .contentType("application/json")
        .body("{\"id\":\"o-3\",\"outcome\":\"won\"}")
        .post("/v1/leads/{lead}/outcomes", lead)
        .then()
        .statusCode(403);
    Keys.as(Keys.with("ingest", "sales"))
        .contentType("application/json")
        .body(event("o-1", type, "won"))
        .post("/v1/events")
        .then()
        .statusCode(200);
  }

  private String event(String id, String type, String subject) {
    return Assay.event(id, lead, type, subject);
  }

  private static ValidatableResponse send(String body) {
    return Keys.as(Keys.with("ingest"))
        .contentType("application/json")
        .body(body)
        .post("/v1/events")
        .then();
  }

  private static ValidatableResponse put(String lead, String body) {
    return Keys.as(Keys.with("ingest"))
        .contentType("application/json")
        .body(body)
        .put("/v1/leads/{lead}", lead)
        .then();
  }
}
