package dev.assay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.security.Keys;
import dev.assay.webhook.Receiver;
import dev.assay.webhook.SenderRunning;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A profile, a demo request, the pricing page; and sales hear of it. */
@QuarkusTest
@TestProfile(SenderRunning.class)
class MainJobTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();
  private Receiver receiver = Receiver.answering(200);
  private String secret = "";

  @BeforeEach
  void someoneListens() {
    secret =
        Keys.as(Keys.admin())
            .contentType(ContentType.JSON)
            .body(Map.of("url", receiver.url(), "eventTypes", List.of("lead.stage.changed")))
            .post("/v1/webhooks")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");
    Assay.put(
            lead,
            "{\"email\":\"%s@example.org\",\"title\":\"VP of Sales\",\"employees\":300}"
                .formatted(lead))
        .statusCode(201)
        .header("Location", endsWith("/v1/leads/" + lead))
        .body("score", equalTo(35));
    Assay.post(Assay.event("e-1", lead, "demo_request", ""))
        .statusCode(200)
        .body("score", equalTo(65))
        .body("stage", equalTo("MQL"));
  }

  @AfterEach
  void nobodyListens() throws Exception {
    receiver.close();
    tables.execute("TRUNCATE webhook_endpoint, message CASCADE");
  }

  @Test
  void thePricingPageMakesItSeventyFive() {
    Assay.post(Assay.event("e-2", lead, "page_view", "/pricing"))
        .statusCode(200)
        .body("score", equalTo(75))
        .body("fit", equalTo(35))
        .body("engagement", equalTo(40))
        .body("grade", equalTo("B"))
        .body("band", equalTo("hot"))
        .body("stage", equalTo("MQL"))
        .body("ruleset", equalTo(1));
  }

  @Test
  void everyPointIsTracedToARow() {
    Assay.post(Assay.event("e-2", lead, "page_view", "/pricing")).statusCode(200);

    JsonPath why =
        Assay.get("/v1/leads/{lead}/explanation", lead).statusCode(200).extract().jsonPath();

    assertThat(why.getInt("score.total")).isEqualTo(75);
    assertThat(why.getList("lines.points", Integer.class))
        .containsExactlyInAnyOrder(20, 15, 30, 10);
    assertThat(why.getList("lines.rule.sheet", String.class))
        .containsExactlyInAnyOrder("Fit", "Fit", "Engagement", "Engagement");
    assertThat(why.getList("lines.rule.row", Integer.class)).doesNotContainNull();
    assertThat(why.getList("lines.reason", String.class)).doesNotContain("");
  }

  @Test
  void oneStageChangeIsOneRowAndOneSignedMessage() throws Exception {
    await().atMost(Duration.ofSeconds(10)).until(() -> !receiver.requests().isEmpty());

    Assay.post(Assay.event("e-2", lead, "page_view", "/pricing")).statusCode(200);

    assertThat(
            tables.rows(
                "SELECT sequence, from_stage, to_stage FROM stage_change WHERE lead = ?", lead))
        .containsExactly("1 null MQL");
    assertThat(
            tables.count(
                "SELECT count(*) FROM message WHERE lead = ? AND type = 'lead.stage.changed'",
                lead))
        .isEqualTo(1);
    Receiver.Request request = receiver.requests().get(0);
    request.verifyWith(secret);
    JsonNode body = new ObjectMapper().readTree(request.body());
    assertThat(body.path("type").asText()).isEqualTo("lead.stage.changed");
    assertThat(body.path("timestamp").asText()).matches(".*T\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
    JsonNode data = body.path("data");
    assertThat(data.path("lead").asText()).isEqualTo(lead);
    assertThat(data.path("email").asText()).isEqualTo(lead + "@example.org");
    assertThat(data.path("to").asText()).isEqualTo("MQL");
    assertThat(data.path("score").asInt()).isEqualTo(65);
    assertThat(data.path("reasons").path(0).path("points").asInt()).isEqualTo(30);
    assertThat(data.path("cause").path("id").asText()).isEqualTo("e-1");
  }
}
