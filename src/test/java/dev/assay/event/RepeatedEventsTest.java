package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatedEventsTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();
  private final String pricing = Assay.event("e-1", lead, "page_view", "/pricing");
  private final String careers = Assay.event("e-1", lead, "page_view", "/careers");

  @Test
  void aRepetitionIsADuplicateAndGivesNoPoints() {
    Assay.post(pricing).statusCode(200);

    Assay.post(pricing)
        .statusCode(200)
        .body("status", equalTo("duplicate"))
        .body("score", equalTo(10));
  }

  @Test
  void aRepetitionInTheSameCallIsADuplicate() throws Exception {
    Assay.post("[%s,%s]".formatted(pricing, pricing))
        .statusCode(200)
        .body("status", contains("accepted", "duplicate"))
        .body("score", contains(10, 10));

    assertThat(tables.count("SELECT count(*) FROM event WHERE lead = ?", lead)).isEqualTo(1);
  }

  @Test
  void otherContentUnderAnIdIsAConflict() {
    Assay.post(pricing).statusCode(200);

    Assay.post(careers)
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("https://assay.dev/problems/conflict"))
        .body("detail", containsString("Event e-1 of source api was stored before"));
  }

  @Test
  void aConflictInOneCallIsAnsweredForTheLaterOne() {
    Assay.post("[%s,%s,%s]".formatted(pricing, careers, pricing))
        .statusCode(200)
        .body("status", contains("accepted", "conflict", "duplicate"))
        .body("problem[1].type", equalTo("https://assay.dev/problems/conflict"));
  }

  @Test
  void whatIsStoredDecidesAndNotWhatComesFirstInTheCall() {
    Assay.post(pricing).statusCode(200);

    Assay.post("[%s,%s]".formatted(careers, pricing))
        .statusCode(200)
        .body("status", contains("conflict", "duplicate"));
  }

  @Test
  void aRepetitionMayLeaveTheTimeOutAgain() {
    String timeless = "{\"id\":\"e-1\",\"lead\":\"%s\",\"type\":\"demo_request\"}".formatted(lead);
    Assay.post(timeless).statusCode(200);

    Assay.post("[%s,%s]".formatted(timeless, timeless.replace("demo_request", "page_view")))
        .statusCode(200)
        .body("status", contains("duplicate", "conflict"));
  }

  @Test
  void theSameIdOfAnotherSourceIsAnotherEvent() {
    Assay.post(pricing).statusCode(200);

    Assay.post(pricing.replace("}", ",\"source\":\"mail\"}"))
        .statusCode(200)
        .body("status", equalTo("accepted"))
        .body("score", equalTo(20));
  }

  @Test
  void keyAndAddressNameTheSameEvent() {
    String email = lead + "@example.org";
    Assay.put(lead, "{\"email\":\"%s\"}".formatted(email)).statusCode(201);

    Assay.post(
            "[%s,%s]"
                .formatted(pricing, pricing.replace("\"lead\":\"" + lead, "\"email\":\"" + email)))
        .statusCode(200)
        .body("status", contains("accepted", "duplicate"))
        .body("lead", contains(lead, lead))
        .body("score", contains(10, 10));
  }
}
