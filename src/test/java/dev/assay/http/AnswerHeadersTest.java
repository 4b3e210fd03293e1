package dev.assay.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers tell browsers and caches, also to those who lie about where they ask. */
@QuarkusTest
@TestProfile(AnswerHeadersTest.BehindProxy.class)
class AnswerHeadersTest {
  private static final Pattern INLINE =
      Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/leads", "/v1/leads/nobody", "/v1/keys", "/v1/nothing", "/v1/imports"})
  void noCacheKeepsAnAnswerOfTheInterface(String path) {
    admin().get(path).then().header("Cache-Control", "no-store");
    given().get(path).then().statusCode(401).header("Cache-Control", "no-store");
  }

  @Test
  void thePageOfTheDescriptionRunsItsOwnScriptsAlone() throws Exception {
    Response page = given().get("/q/swagger-ui/");
    String policy = page.header("Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("script-src 'self' 'unsafe-inline'");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    Matcher script = INLINE.matcher(page.asString());
    int scripts = 0;
    for (; script.find(); scripts++) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }
    assertThat(scripts).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/q/openapi", "/q/metrics", "/q/health", "/login", "/v1/leads", "/nothing"})
  void nothingMayBeFramed(String path) {
    assertThat(given().get(path).header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'");
  }

  @Test
  void locationsDoNotFollowTheHostThatTheCallerNames() {
    String made =
        admin()
            .header("Host", "evil.example")
            .contentType("application/json")
            .body("{\"name\":\"located\",\"roles\":[\"sales\"]}")
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    assertThat(made).matches("/v1/keys/[0-9a-f]{16}");
    String draft =
        admin()
            .header("X-Forwarded-Host", "evil.example")
            .contentType("text/csv")
            .body("lead,title\nl-1,CEO\n")
            .post("/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    assertThat(draft).matches("/v1/imports/\\d+");
    assertThat(
            admin()
                .header("Host", "evil.example")
                .contentType("application/json")
                .body("{}")
                .put("/v1/leads/" + Assay.newLead())
                .header("Location"))
        .startsWith("/v1/leads/");
  }

  @Test
  void theLogInPageTakesNoIdFromACookieThatItDidNotMake() {
    for (String sent : new String[] {"x", "chosen-by-somebody", "\"><script>", "a".repeat(44)}) {
      String set = given().cookie("assay_form", sent).get("/login").cookie("assay_form");
      assertThat(set).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(sent);
    }
    String own = given().get("/login").cookie("assay_form");
    assertThat(given().cookie("assay_form", own).get("/login").cookies()).isEmpty();
  }

  @Test
  void cookiesOverTlsAreBoundToTheHost() {
    Response form = given().header("X-Forwarded-Proto", "https").get("/login");
    String id = form.cookie("__Host-assay_form");
    assertThat(form.header("Set-Cookie"))
        .contains("Secure", "HttpOnly", "Path=/")
        .doesNotContain("Domain");
    Matcher token = Pattern.compile("X-CSRF-Token\": \"([^\"]+)\"").matcher(form.asString());
    assertThat(token.find()).isTrue();

    Response in =
        given()
            .header("X-Forwarded-Proto", "https")
            .cookie("__Host-assay_form", id)
            .header("X-CSRF-Token", token.group(1))
            .formParam("key", Keys.with("sales"))
            .post("/login");

    in.then().statusCode(204);
    String session = in.cookie("__Host-assay_session");
    RequestSpecification secure =
        given().header("X-Forwarded-Proto", "https").accept("text/html").redirects().follow(false);
    secure.cookie("__Host-assay_session", session).get("/leads").then().statusCode(200);
    given()
        .header("X-Forwarded-Proto", "https")
        .cookie("assay_session", session)
        .redirects()
        .follow(false)
        .get("/leads")
        .then()
        .statusCode(303);
  }

  private static RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + Keys.admin());
  }

  /** As behind a proxy that ends TLS. */
  public static final class BehindProxy implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.enable-forwarded-host", "true");
    }
  }
}
