package dev.assay.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthenticationTest {

  @Test
  void aKeyOpens() {
    Keys.as(Keys.admin()).get("/v1/keys").then().statusCode(200);
  }

  @Test
  void theSchemeMayBeOfAnyCase() {
    given()
        .header("Authorization", "bearer " + Keys.admin())
        .get("/v1/keys")
        .then()
        .statusCode(200);
  }

  @Test
  void nothingOpensWithoutAKey() {
    refused(given().get("/v1/keys").then())
        .header("WWW-Authenticate", "Bearer realm=\"assay\"")
        .body(
            "detail",
            equalTo("/v1/keys needs an API key; send Authorization: Bearer assay_<id>_<secret>"))
        .body("instance", equalTo("/v1/keys"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Basic YTpi",
        "Bearer x",
        "Bearer assay__",
        "Bearer \u00e4\u00f6"
      })
  void garbageIsRefused(String header) {
    refused(given().header("Authorization", header).get("/v1/keys").then())
        .header("WWW-Authenticate", "Bearer realm=\"assay\", error=\"invalid_token\"");
  }

  @Test
  void aKeyWithoutItsSchemeIsRefusedAndNotRepeated() {
    String key = Keys.admin();
    refused(given().header("Authorization", key).get("/v1/keys").then())
        .body(not(containsString(key)))
        .body("detail", containsString("scheme Bearer"));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 100, 8_000})
  void aLongKeyIsRefused(int length) {
    refused(Keys.as("a".repeat(length)).get("/v1/keys").then());
  }

  @Test
  void anUnknownKeyIsRefusedAndNotRepeated() {
    Token unknown = Token.random();
    refused(Keys.as(unknown.reveal()).get("/v1/keys").then())
        .body(not(containsString(unknown.secret())))
        .body("detail", containsString("unknown or revoked"));
  }

  @Test
  void theRightIdWithAnotherSecretIsRefused() {
    Token forged = new Token(Keys.id(Keys.admin()), Token.random().secret());
    refused(Keys.as(forged.reveal()).get("/v1/keys").then());
  }

  @Test
  void aFloodOfUnknownKeysDoesNotKeepAKnownOneOut() {
    for (int i = 0; i < 5 * KeyRing.LOOKUPS_PER_SECOND; i++) {
      refused(Keys.as(Token.random().reveal()).get("/v1/keys").then());
    }
    Keys.as(Keys.admin()).get("/v1/keys").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/v1",
        "/v1/nothing",
        "/v1/keys/",
        "/q",
        "/q/dev",
        "/q/metricsx",
        "/q/healthx"
      })
  void pathsNobodyThoughtOfNeedAKeyToo(String path) {
    refused(given().get(path).then());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health/../../v1/keys",
        "//v1/keys",
        "/q/health/..%2f..%2fv1/keys",
        "/v1/%6beys"
      })
  void detoursLeadToNoKeys(String path) {
    int status = given().urlEncodingEnabled(false).get(path).statusCode();
    assertThat(status).isIn(401, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health",
        "/q/health/live",
        "/q/health/ready",
        "/q/metrics",
        "/q/openapi",
        "/q/swagger-ui/"
      })
  void healthAndByDefaultManagementAreOpen(String path) {
    given().get(path).then().statusCode(200);
  }

  @Test
  void aWrongKeyDoesNotCloseWhatIsOpen() {
    Keys.as("garbage").get("/q/health/live").then().statusCode(200);
  }

  private static ValidatableResponse refused(ValidatableResponse answer) {
    return answer
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("type", equalTo("https://assay.dev/problems/unauthorized"))
        .body("title", equalTo("Unauthorized"))
        .body("status", equalTo(401));
  }
}
