package dev.assay.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventFormatsTest {
  private static final String CLOUD_EVENT =
      """
      {"specversion":"1.0","id":"%s","source":"/crm","type":"page_view","subject":"/pricing",
       "time":"2026-11-20T09:30:00Z","lead":"%s","data":{"seconds":95}}""";

  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @Test
  void aSingleEventIsAnsweredWithTheNewScore() {
    Assay.post(Assay.event("e-1", lead, "demo_request", ""))
        .statusCode(200)
        .body("id", equalTo("e-1"))
        .body("status", equalTo("accepted"))
        .body("lead", equalTo(lead))
        .body("score", equalTo(30))
        .body("fit", equalTo(0))
        .body("engagement", equalTo(30))
        .body("band", equalTo("warm"))
        .body("stage", nullValue())
        .body("problem", nullValue());
  }

  @Test
  void aListIsAnsweredInItsOrderAndOneBadEventSinksNoOther() {
    Assay.post(
            "[%s,{\"id\":\"e-2\"},7,%s]"
                .formatted(
                    Assay.event("e-1", lead, "demo_request", ""),
                    Assay.event("e-3", lead, "page_view", "/pricing")))
        .statusCode(200)
        .body("id", contains("e-1", "e-2", null, "e-3"))
        .body("status", contains("accepted", "rejected", "rejected", "accepted"))
        .body("score", contains(40, null, null, 40))
        .body("problem[1].type", equalTo("https://assay.dev/problems/bad-request"))
        .body("problem[1].status", equalTo(400))
        .body("problem[1].violations.field", contains("lead", "type"));
  }

  @Test
  void linesAreAnsweredInLines() {
    String body =
        Assay.event("e-1", lead, "demo_request", "")
            + "\r\n\n{\"id\":\n"
            + Assay.event("e-2", lead, "page_view", "/pricing");

    String answer =
        Assay.post(Assay.NDJSON, body)
            .statusCode(200)
            .contentType(Assay.NDJSON)
            .extract()
            .asString();

    assertThat(answer.lines())
        .satisfiesExactly(
            one -> assertThat(one).contains("\"status\":\"accepted\"").contains("\"score\":40"),
            two -> assertThat(two).contains("\"status\":\"rejected\"").contains("\"line 2\""),
            three -> assertThat(three).contains("\"id\":\"e-2\"").contains("\"score\":40"));
  }

  @Test
  void bytesThatAreNoTextAreRefusedAndNotReplaced() throws Exception {
    byte[] body = Assay.event("e-1", lead, "page_view", "/a").getBytes(UTF_8);
    body[new String(body, UTF_8).indexOf("/a") + 1] = (byte) 0xFF;

    String answer = Assay.post(Assay.NDJSON, body).statusCode(200).extract().asString();

    assertThat(answer).contains("\"rejected\"").contains("UTF-8");
    assertThat(tables.rows("SELECT id FROM event WHERE lead = ?", lead)).isEmpty();
  }

  @Test
  void aCloudEventIsTaken() throws Exception {
    Assay.post("application/cloudevents+json", CLOUD_EVENT.formatted("c-1", lead))
        .statusCode(200)
        .body("id", equalTo("c-1"))
        .body("status", equalTo("accepted"));

    assertThat(
            tables.rows(
                "SELECT source, id, type, subject, occurred_at AT TIME ZONE 'UTC', properties"
                    + " FROM event WHERE lead = ?",
                lead))
        .containsExactly("/crm c-1 page_view /pricing 2026-11-20 09:30:00 {\"seconds\": 95}");
  }

  @Test
  void aBatchOfCloudEventsIsTaken() {
    Assay.post(
            "application/cloudevents-batch+json",
            "[%s,%s,{\"id\":\"c-3\"}]"
                .formatted(CLOUD_EVENT.formatted("c-1", lead), CLOUD_EVENT.formatted("c-2", lead)))
        .statusCode(200)
        .body("status", contains("accepted", "accepted", "rejected"))
        .body("problem[2].violations[0].field", equalTo("specversion"));
  }

  @Test
  void aCloudEventInBinaryModeIsTaken() {
    Keys.as(Keys.with("ingest", "sales"))
        .contentType(ContentType.JSON)
        .header("ce-specversion", "1.0")
        .header("ce-id", "c-1")
        .header("ce-source", "/crm")
        .header("ce-type", "demo_request")
        .header("ce-time", Assay.ago(Duration.ofHours(1)).toString())
        .body("{\"lead\":\"%s\",\"product\":\"crm\"}".formatted(lead))
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("id", equalTo("c-1"))
        .body("lead", equalTo(lead))
        .body("score", equalTo(30));
  }

  @Test
  void aCloudEventMayNameTheLeadByTheEmailInItsData() {
    String email = lead + "@example.org";

    Assay.post(
            "application/cloudevents+json",
            """
            {"specversion":"1.0","id":"c-1","source":"/crm","type":"demo_request",
             "data":{"email":"%s","product":"crm"}}"""
                .formatted(email))
        .statusCode(200)
        .body("lead", equalTo(email));
  }

  @Test
  void theSubjectIsFoundInTheMainProperty() throws Exception {
    Assay.post(
            """
            {"id":"e-1","lead":"%s","type":"page_view",
             "properties":{"url":"https://example.com/pricing?from=mail#top"}}"""
                .formatted(lead))
        .statusCode(200)
        .body("score", equalTo(10));

    assertThat(tables.rows("SELECT subject FROM event WHERE lead = ?", lead))
        .containsExactly("/pricing");
  }
}
