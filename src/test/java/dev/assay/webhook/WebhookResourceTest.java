package dev.assay.webhook;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
@TestSecurity(user = "ada", authMechanism = "bearer", roles = "admin")
class WebhookResourceTest {

  @Inject Scene scene;

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void anEndpointShowsItsSecretOnceOnly() {
    ValidatableResponse created =
        post("""
        {"url":"http://127.0.0.1:9/x","eventTypes":["lead.stage.changed"],"description":"CRM"}
        """)
            .statusCode(201)
            .header("Location", matchesPattern("/v1/webhooks/ep_[0-9a-z]{26}"))
            .header("Cache-Control", "no-store")
            .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
            .body("eventTypes", equalTo(List.of("lead.stage.changed")))
            .body("description", equalTo("CRM"))
            .body("enabled", equalTo(true))
            .body("createdAt", notNullValue());

    String secret = created.extract().path("secret");
    String location = created.extract().header("Location");
    String shown = when().get(location).then().statusCode(200).extract().asString();
    String listed =
        when().get("/v1/webhooks").then().statusCode(200).body("", hasSize(1)).extract().asString();
    assertThat(shown + listed).doesNotContain(secret).doesNotContain("secret");
  }

  @Test
  void onlyWhatIsGivenChanges() {
    String id =
        post("{\"url\":\"http://127.0.0.1:9/\",\"description\":\"CRM\"}").extract().path("id");

    patch(id, "{\"enabled\":false}")
        .statusCode(200)
        .body("enabled", equalTo(false))
        .body("description", equalTo("CRM"))
        .body("eventTypes", empty());
    patch(id, "{\"url\":\"http://127.0.0.1:10/\",\"eventTypes\":[\"lead.stage.changed\"]}")
        .body("url", equalTo("http://127.0.0.1:10/"))
        .body("eventTypes", hasSize(1))
        .body("enabled", equalTo(false));
  }

  @Test
  void whatIsWantedOfLeadsIsKeptAsGiven() {
    String filter =
        """
        {"stages":["SQL"],"lead":[{"field":"employees","is":">=","value":200}]}\
        """;
    String id =
        post("{\"url\":\"http://127.0.0.1:9/\",\"filter\":%s,\"order\":\"strict\"}"
                .formatted(filter))
            .statusCode(201)
            .body("scoreStep", equalTo(10))
            .extract()
            .path("id");

    patch(id, "{\"scoreStep\":25}")
        .statusCode(200)
        .body("scoreStep", equalTo(25))
        .body("order", equalTo("strict"))
        .body("filter.stages", equalTo(List.of("SQL")))
        .body("filter.lead[0].value", equalTo(200));
    patch(id, "{\"filter\":{\"bands\":[\"hot\"]},\"order\":\"latest-only\"}")
        .body("filter", equalTo(Map.of("bands", List.of("hot"))))
        .body("order", equalTo("latest-only"));
    patch(id, "{\"filter\":{}}").body("filter", equalTo(Map.of()));
    patch(id, "{}").statusCode(200).body("scoreStep", equalTo(25));
  }

  @Test
  void whatCannotBeWantedIsAProblem() {
    refused("{\"url\":\"http://127.0.0.1:9/\",\"scoreStep\":0}", "1 to 1000");
    refused("{\"url\":\"http://127.0.0.1:9/\",\"scoreStep\":1001}", "1 to 1000");
    refused("{\"url\":\"http://127.0.0.1:9/\",\"order\":\"newest\"}", "latest-only");
    refused("{\"url\":\"http://127.0.0.1:9/\",\"filter\":{\"stage\":[]}}", "has no 'stage'");
    refused("{\"url\":\"http://127.0.0.1:9/\",\"filter\":[]}", "filter must be a JSON object");
    refused(
        "{\"url\":\"http://127.0.0.1:9/\",\"filter\":{\"lead\":[{\"field\":\"x\",\"is\":\"is\",\"value\":1}]}}",
        "'x' is no field of a lead");
  }

  @Test
  void enablingForgetsWhyItWasDisabled() throws Exception {
    String id = post("{\"url\":\"http://127.0.0.1:9/\"}").extract().path("id");
    scene.execute("update webhook_endpoint set enabled = false, disabled_because = 'x'");

    patch(id, "{\"description\":\"y\"}").body("disabledBecause", equalTo("x"));
    patch(id, "{\"enabled\":true}").body("disabledBecause", nullValue());
  }

  @Test
  void aDeletedEndpointIsGoneWithItsDeliveries() throws Exception {
    String id = post("{\"url\":\"http://127.0.0.1:9/\"}").extract().path("id");
    scene.announce(Clock.systemUTC(), Scene.change("l-1"));

    when().delete("/v1/webhooks/" + id).then().statusCode(204);

    when().delete("/v1/webhooks/" + id).then().statusCode(404);
    when().get("/v1/webhooks/" + id).then().statusCode(404);
    patch(id, "{}").statusCode(404);
    when().post("/v1/webhooks/" + id + "/test").then().statusCode(404);
    when().get("/v1/deliveries").then().body("deliveries", empty());
  }

  @Test
  void problemsNameTheValueAndWhatToTry() {
    refused("{\"url\":\"https://10.0.0.1/\"}", "private");
    refused("{\"url\":\"https://u:pass@example.com/\"}", "user information");
    refused("{}", "url is missing");
    refused("{\"url\":\"http://127.0.0.1:9/\",\"eventTypes\":[\"lead.born\"]}", "lead.born");
    refused(
        "{\"url\":\"http://127.0.0.1:9/\",\"eventTypes\":[null]}",
        "eventTypes[0] must not be null");
    refused("{\"url\":\"http://127.0.0.1:9/\",\"eventTypes\":[\"endpoint.test\"]}", "expected");
    refused("{\"url\":\"http://127.0.0.1:9/\",\"description\":\"" + "d".repeat(501) + "\"}", "500");
    refused("{\"url\":\"http://127.0.0.1:9/\",\"description\":\"\\u0000\"}", "NUL");
    refused("", "empty");
    post("{\"url\":\"http://127.0.0.1:9/\",\"description\":\"" + "d".repeat(500) + "\"}")
        .statusCode(201);
    assertThat(post("{\"url\":\"https://u:pass@example.com/pass?pass#pass\"}").extract().asString())
        .doesNotContain("pass");
  }

  @Test
  void aTestMessageIsSentAtOnceAndOnce() throws Exception {
    try (Receiver receiver = Receiver.answering(503)) {
      EndpointCreated endpoint = scene.register(receiver.url());

      when()
          .post("/v1/webhooks/" + endpoint.endpoint().id() + "/test")
          .then()
          .statusCode(200)
          .body("type", equalTo("endpoint.test"))
          .body("state", equalTo("failed"))
          .body("lead", nullValue())
          .body("payload.data.endpoint", equalTo(endpoint.endpoint().id()))
          .body("attempts[0].status", equalTo(503))
          .body("attempts[0].body", equalTo("status 503"));

      receiver.requests().get(0).verifyWith(endpoint.secret());
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  @Test
  void deliveriesArePagedNewestFirst() throws Exception {
    scene.register("http://127.0.0.1:9/");
    for (int i = 1; i <= 5; i++) {
      scene.announce(Clock.systemUTC(), Scene.change("l-" + i));
    }

    String cursor = null;
    StringBuilder seen = new StringBuilder();
    for (int page = 1; page <= 3; page++) {
      var request = given().queryParam("limit", 2);
      var response =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get("/v1/deliveries")
              .then()
              .statusCode(200);
      response.extract().<List<String>>path("deliveries.lead").forEach(seen::append);
      cursor = response.extract().path("next");
    }
    assertThat(seen).hasToString("l-5l-4l-3l-2l-1");
    assertThat(cursor).isNull();
  }

  @Test
  void deliveriesAreFiltered() throws Exception {
    String one = scene.register("http://127.0.0.1:9/").endpoint().id();
    scene.register("http://127.0.0.1:9/");
    scene.announce(Clock.systemUTC(), Scene.change("l-1"), Scene.change("l-2"));
    scene.execute("update delivery set state = 'failed' where lead = 'l-2'");

    found("endpoint", one).body("deliveries", hasSize(2));
    found("lead", "l-1")
        .body("deliveries", hasSize(2))
        .body("deliveries[0].state", equalTo("pending"));
    found("state", "failed")
        .body("deliveries.lead", equalTo(List.of("l-2", "l-2")))
        .body("deliveries[0].nextAttemptAt", nullValue());
    found("limit", 200).statusCode(200);
    found("limit", 201).statusCode(400).body("detail", containsString("1 to 200"));
    found("limit", 0).statusCode(400);
    found("state", "lost").statusCode(400).body("detail", containsString("'lost'"));
    found("cursor", "x").statusCode(400).contentType("application/problem+json");
  }

  @Test
  void aDeliveryUnderWayOrOfADisabledEndpointIsNotReplayed() throws Exception {
    scene.register("http://127.0.0.1:9/");
    scene.announce(Clock.systemUTC(), Scene.change("l-1"));
    String replay = "/v1/deliveries/" + scene.delivery("l-1").delivery().id() + "/replay";

    scene.execute("update delivery set claimed_until = now() + interval '10 seconds'");
    when().post(replay).then().statusCode(409);
    scene.execute("update delivery set claimed_until = null, state = 'failed'");
    scene.execute("update webhook_endpoint set enabled = false");
    when().post(replay).then().statusCode(409).body("detail", containsString("enable"));
    scene.execute("update webhook_endpoint set enabled = true");
    when().post(replay).then().statusCode(202).body("state", equalTo("pending"));
    when().post("/v1/deliveries/999999999/replay").then().statusCode(404);
    when().get("/v1/deliveries/999999999").then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "bob", authMechanism = "bearer", roles = "reader")
  void othersThanAdminsAreRefused() {
    when().get("/v1/webhooks").then().statusCode(403);
    when().get("/v1/deliveries").then().statusCode(403);
    post("{\"url\":\"http://127.0.0.1:9/\"}").statusCode(403);
  }

  @Test
  void openApiTellsOfThem() {
    given()
        .accept(ContentType.JSON)
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.'/v1/webhooks/{id}/test'.post.summary", containsString("test message"))
        .body("paths.'/v1/deliveries'.get.parameters.name", hasItem("cursor"))
        .body("components.schemas.WebhookEndpointCreated.properties.secret", notNullValue());
  }

  private static ValidatableResponse found(String parameter, Object value) {
    return given().queryParam(parameter, value).get("/v1/deliveries").then();
  }

  private static void refused(String body, String hint) {
    post(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(hint));
  }

  private static ValidatableResponse post(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/v1/webhooks").then();
  }

  private static ValidatableResponse patch(String id, String body) {
    return given().contentType(ContentType.JSON).body(body).patch("/v1/webhooks/" + id).then();
  }
}
