package dev.assay.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead whose profile no rule can read, among others that are sound. */
@QuarkusTest
class ProblemsTest {
  @Inject Tables tables;

  private final String family = Assay.newLead();
  private final String poisoned = family + "-250";

  @BeforeEach
  void aLeadIsPoisoned() throws Exception {
    Assay.put(poisoned, "{}").statusCode(201);
    spoil("many");
  }

  @AfterEach
  void noneIsLeft() {
    Assay.erase(poisoned);
  }

  @Test
  void itsBatchIsTakenAndItIsSetAsideWithItsReason() {
    JsonPath answers =
        Assay.post(
                IntStream.range(0, 500)
                    .mapToObj(i -> Assay.event("e", family + "-" + i, "demo_request", ""))
                    .collect(Collectors.joining(",", "[", "]")))
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(answers.getList("status")).hasSize(500).containsOnly("accepted");
    assertThat(answers.getInt("find {it.lead == '%s'}.score".formatted(poisoned))).isZero();
    assertThat(answers.getString("[250].problem.type")).endsWith("/not-scored");
    assertThat(answers.getList("findAll {it.score == 30}")).hasSize(499);
    assertThat(problem()).contains("employees");
  }

  @Test
  void onRequestItIsTriedAgainAndItsEventsCount() throws Exception {
    Assay.post(Assay.event("e", poisoned, "demo_request", "")).statusCode(200);
    spoil(null);

    retry("/v1/problems/{lead}/retry", poisoned).body("leads", equalTo(1));

    await().until(() -> Assay.lead(poisoned).getInt("score") == 30);
    assertThat(problem()).isNull();
    retry("/v1/problems/{lead}/retry", poisoned).body("leads", equalTo(0));
  }

  @Test
  void allCanBeTriedAtOnceAndThoseThatFailStay() throws Exception {
    Assay.post(Assay.event("e", poisoned, "demo_request", "")).statusCode(200);

    retry("/v1/problems/retry").body("leads", not(0));
    retry("/v1/problems/retry").body("leads", not(0));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                tables
                    .rows("SELECT next_review_at FROM lead WHERE lead = ?", poisoned)
                    .equals(List.of("null")));
    assertThat(problem()).contains("employees");
  }

  @Test
  void theListIsPaged() {
    Assay.post(Assay.event("e", poisoned, "demo_request", "")).statusCode(200);
    String before = poisoned.substring(0, poisoned.length() - 1);

    Assay.get("/v1/problems?limit=1&cursor={cursor}", before)
        .statusCode(200)
        .body("leads.size()", equalTo(1))
        .body("leads[0].lead", equalTo(poisoned));
    Assay.get("/v1/problems?limit=200")
        .statusCode(200)
        .body("leads.size()", lessThanOrEqualTo(200))
        .body("next", nullValue());
    Assay.get("/v1/problems?limit=201").statusCode(400);
  }

  @Test
  void onlyAnalystsMayRetry() {
    Keys.as(Keys.with("sales")).post("/v1/problems/retry").then().statusCode(403);
  }

  /** As a field of the wrong kind can come to be only by hand. */
  private void spoil(@Nullable String employees) throws Exception {
    tables.execute(
        "UPDATE lead SET profile = jsonb_build_object('employees', ?::text) WHERE lead = ?",
        employees,
        poisoned);
  }

  private static ValidatableResponse retry(String path, Object... values) {
    return Keys.as(Keys.with("analyst")).post(path, values).then().statusCode(202);
  }

  private @Nullable String problem() {
    return Assay.get("/v1/problems?limit=200")
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("leads.find {it.lead == '%s'}?.problem".formatted(poisoned));
  }
}
