package dev.assay.simulation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.assay.security.Keys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls for simulations, as an analyst makes them. */
final class Simulated {
  final String id;
  final JsonPath view;

  private Simulated(String id, JsonPath view) {
    this.id = id;
    this.view = view;
  }

  static ValidatableResponse start(int ruleset, String scope) {
    return Keys.as(Keys.with("analyst"))
        .contentType(ContentType.JSON)
        .body(scope)
        .post("/v1/rulesets/{number}/simulations", ruleset)
        .then();
  }

  /** Starts one and waits for its end. */
  static Simulated run(int ruleset, String scope) {
    String location =
        start(ruleset, scope)
            .statusCode(202)
            .header("Location", notNullValue())
            .body("state", equalTo("running"))
            .extract()
            .header("Location");
    String id = location.substring(location.lastIndexOf('/') + 1);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !show(id).extract().path("state").equals("running"));
    return new Simulated(
        id, show(id).statusCode(200).body("state", equalTo("done")).extract().jsonPath());
  }

  static ValidatableResponse show(String id) {
    return Keys.as(Keys.with("analyst")).get("/v1/simulations/{id}", id).then();
  }

  static ValidatableResponse cancel(String id) {
    return Keys.as(Keys.with("analyst")).delete("/v1/simulations/{id}", id).then();
  }

  ValidatableResponse get(String path) {
    return Keys.as(Keys.with("analyst")).get("/v1/simulations/" + id + path).then();
  }

  /** All changes, page by page. */
  List<Map<String, Object>> changes(int limit) {
    List<Map<String, Object>> changes = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          Keys.as(Keys.with("analyst"))
              .queryParam("cursor", cursor)
              .queryParam("limit", limit)
              .get("/v1/simulations/{id}/changes", id)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      changes.addAll(page.getList("changes"));
      cursor = page.getString("next");
    }
    return changes;
  }
}
