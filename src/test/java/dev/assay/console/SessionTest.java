package dev.assay.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionTest {
  @Inject Tables tables;

  private String key = "";
  private String id = "";
  private Visitor visitor = new Visitor("", "");

  @BeforeEach
  void somebodyIsLoggedIn() {
    key = Keys.make("console test", "sales");
    id = key.split("_", 3)[1];
    visitor = Visitor.with(key);
    visitor.bare().get("/leads").then().statusCode(200);
  }

  @Test
  void loggingInGivesANewSessionWhateverTheBrowserHadBefore() {
    String planted = "A".repeat(43);

    String given = Visitor.logIn(key, planted).cookie("assay_session");

    assertThat(given).isNotEqualTo(planted);
    Visitor.page(planted).get("/leads").then().statusCode(303);
  }

  @Test
  void loggingInAgainEndsTheSessionBefore() {
    Visitor.logIn(key, visitor.session()).then().statusCode(204);

    visitor.bare().get("/leads").then().statusCode(303);
  }

  @Test
  void afterLogOutTheCookieIsWorthNothing() {
    visitor.request().post("/logout").then().statusCode(204);

    visitor.bare().get("/leads").then().statusCode(303).header("Location", startsWith("/login"));
  }

  @ParameterizedTest
  @CsvSource({
    "used_at, 7 hours 59 minutes, 200",
    "used_at, 8 hours 1 minute, 303",
    "created_at, 6 days 23 hours, 200",
    "created_at, 7 days 1 minute, 303",
  })
  void sessionsEnd(String column, String age, int status) throws Exception {
    tables.execute(
        "UPDATE console_session SET %s = now() - interval '%s' WHERE api_key = ?"
            .formatted(column, age),
        id);

    visitor.bare().get("/leads").then().statusCode(status);
  }

  @Test
  void usingItKeepsASessionButLookingForNewsByItselfDoesNot() throws Exception {
    String old = "UPDATE console_session SET used_at = now() - interval '1 hour' WHERE api_key = ?";
    String recent =
        "SELECT count(*) FROM console_session WHERE api_key = ? AND used_at > now() - interval '1"
            + " minute'";
    tables.execute(old, id);

    visitor
        .bare()
        .accept("text/event-stream")
        .get("/live/leads?view=none-such")
        .then()
        .statusCode(404);
    assertThat(tables.count(recent, id)).isZero();

    visitor.bare().get("/leads").then().statusCode(200);
    assertThat(tables.count(recent, id)).isEqualTo(1);
  }

  @Test
  void revokingTheKeyEndsItsSessions() {
    Keys.as(Keys.admin()).delete("/v1/keys/" + id).then().statusCode(204);

    visitor.bare().get("/leads").then().statusCode(303);
  }

  @Test
  void onlyAHashOfTheIdIsStored() throws Exception {
    assertThat(tables.rows("SELECT * FROM console_session WHERE api_key = ?", id))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).doesNotContain(visitor.session()));
  }

  @Test
  void aSessionOpensPagesAndAKeyOpensTheInterface() {
    visitor.bare().get("/v1/leads").then().statusCode(401).contentType("application/problem+json");
    visitor.bare().get("/v1/keys").then().statusCode(401);
    Keys.as(key).redirects().follow(false).get("/leads").then().statusCode(303);
  }

  @Test
  void whoFollowsALinkFromElsewhereComesAgainWithTheCookie() {
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .get("/leads/l-1")
        .then()
        .statusCode(200)
        .body(containsString("http-equiv=\"refresh\" content=\"0\""));
    given()
        .redirects()
        .follow(false)
        .header("Sec-Fetch-Site", "same-origin")
        .get("/leads/l-1?day=3")
        .then()
        .statusCode(303)
        .header("Location", equalTo("/login?next=%2Fleads%2Fl-1%3Fday%3D3"));
  }

  @Test
  void aPageWhoseSessionHasEndedIsSentToTheLogIn() {
    given()
        .header("HX-Request", "true")
        .get("/leads/l-1/timeline")
        .then()
        .statusCode(401)
        .header("HX-Redirect", "/login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "leads"})
  void theLogInLeadsToNoOtherSite(String next) {
    given()
        .queryParam("next", next)
        .get("/login")
        .then()
        .statusCode(200)
        .body(containsString("name=\"next\" value=\"/\""));
  }
}
