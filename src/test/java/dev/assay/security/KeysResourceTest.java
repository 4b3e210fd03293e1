package dev.assay.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeysResourceTest {

  @Inject DataSource database;
  @Inject KeyRing ring;
  @Inject KeyTable table;

  @Test
  void aKeyIsShownOnceAndWorksAtOnce() {
    ValidatableResponse made =
        post("{\"name\":\" website \",\"roles\":[\"sales\",\"ingest\",\"sales\"]}")
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .body("name", equalTo("website"))
            .body("roles", equalTo(List.of("ingest", "sales")))
            .body("createdAt", notNullValue());
    String id = made.extract().path("id");
    String key = made.extract().path("key");
    assertThat(made.extract().header("Location")).endsWith("/v1/keys/" + id);

    Keys.as(key).get("/v1/keys").then().statusCode(403);
    Keys.as(Keys.admin())
        .get("/v1/keys")
        .then()
        .statusCode(200)
        .body("keys.id", hasItem(id))
        .body(not(containsString(key.substring(key.length() - 43))))
        .body(not(containsString("hash")));
    Keys.as(Keys.admin())
        .get("/v1/keys/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("website"))
        .body("revokedAt", nullValue());
  }

  @Test
  void onlyTheHashOfTheSecretIsStored() throws Exception {
    String key = Keys.make("stored", Roles.SALES);
    Token token = java.util.Objects.requireNonNull(Token.parse(key));
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("select * from api_key where id = ?")) {
      select.setString(1, token.id());
      ResultSet row = select.executeQuery();
      assertThat(row.next()).isTrue();
      assertThat(row.getBytes("hash")).isEqualTo(token.hash());
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        assertThat(String.valueOf(row.getString(i)).toLowerCase(Locale.ROOT))
            .doesNotContain(token.secret().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void aRevokedKeyStopsWorkingAndRevokingMayBeRepeated() {
    String key = Keys.make("to revoke", Roles.ADMIN);
    String path = "/v1/keys/" + Keys.id(key);
    Keys.as(key).get("/v1/keys").then().statusCode(200);

    Keys.as(Keys.admin()).delete(path).then().statusCode(204);

    Keys.as(key).get("/v1/keys").then().statusCode(401);
    String revokedAt = Keys.as(Keys.admin()).get(path).then().extract().path("revokedAt");
    assertThat(revokedAt).isNotNull();
    Keys.as(Keys.admin()).delete(path).then().statusCode(204);
    Keys.as(Keys.admin()).get(path).then().body("revokedAt", equalTo(revokedAt));
  }

  @Test
  void theLastAdminKeyStays() throws SQLException {
    execute(
        "update api_key set revoked_at = now() where 'admin' = any(roles) and id <> '%s'"
            .formatted(Keys.id(Keys.admin())));
    String path = "/v1/keys/" + Keys.id(Keys.admin());
    Keys.as(Keys.admin())
        .delete(path)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString(Keys.id(Keys.admin())));
    Keys.as(Keys.admin()).get(path).then().statusCode(200).body("revokedAt", nullValue());
    execute("update api_key set revoked_at = null where name = 'test'");
  }

  @Test
  void aKeyRevokedElsewhereStopsWorkingWithinSeconds() throws SQLException {
    String key = Keys.make("revoked on another replica", Roles.ADMIN);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "update api_key set revoked_at = now() where id = '%s'".formatted(Keys.id(key)));
    }
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> Keys.as(key).get("/v1/keys").then().statusCode(401));
  }

  @Test
  void aKeyMadeElsewhereWorksAtOnce() throws SQLException {
    Token token = Token.random();
    awaitLookUps();
    table.insert(token, "made on another replica", List.of(Roles.ADMIN));
    Keys.as(token.reveal()).get("/v1/keys").then().statusCode(200);
  }

  /** Other tests may have used up what may be looked up in this second. */
  private static void awaitLookUps() {
    long second = Instant.now().getEpochSecond();
    await()
        .pollInterval(Duration.ofMillis(10))
        .until(() -> Instant.now().getEpochSecond() > second);
  }

  @Test
  void theLastButOneMayGo() {
    String second = Keys.make("second admin", Roles.ADMIN);
    Keys.as(second).delete("/v1/keys/" + Keys.id(second)).then().statusCode(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000000000000000", "nothing", "%27%20or%201=1"})
  void anUnknownKeyIsNotFound(String id) {
    Keys.as(Keys.admin())
        .urlEncodingEnabled(false)
        .delete("/v1/keys/" + id)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "admin,200",
    "sales,403",
    "analyst,403",
    "ingest,403",
  })
  void onlyAdminsSeeKeys(String role, int status) {
    String key = Keys.make(role, role);
    Keys.as(key).get("/v1/keys").then().statusCode(status);
    Keys.as(key).get("/v1/keys/0000").then().statusCode(status == 200 ? 404 : status);
    Keys.as(key).delete("/v1/keys/0000").then().statusCode(status == 200 ? 404 : status);
    Keys.as(key)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/keys")
        .then()
        .statusCode(status == 200 ? 400 : status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"roles\":[\"sales\"]}                          | name     | blank",
        "{\"name\":\"  \",\"roles\":[\"sales\"]}          | name     | blank",
        "{\"name\":\"a\\u202eb\",\"roles\":[\"sales\"]}       | name     | control",
        "{\"name\":\"a\\u2066b\",\"roles\":[\"sales\"]}       | name     | control",
        "{\"name\":\"a\\u200bb\",\"roles\":[\"sales\"]}       | name     | control",
        "{\"name\":\"a\\u2028b\",\"roles\":[\"sales\"]}       | name     | control",
        "{\"name\":\"a\\ue000b\",\"roles\":[\"sales\"]}       | name     | control",
        "{\"name\":\"a\\ufeffb\",\"roles\":[\"sales\"]}       | name     | control",
        "{\"name\":\"a\\u007fb\",\"roles\":[\"sales\"]}       | name     | control",
        "{\"name\":\"a\\nb\",\"roles\":[\"sales\"]}       | name     | control",
        "{\"name\":\"n\"}                                 | roles    | empty",
        "{\"name\":\"n\",\"roles\":[]}                    | roles    | empty",
        "{\"name\":\"n\",\"roles\":[\"boss\"]}            | roles[0] | one of ingest, sales, analyst, admin",
        "{\"name\":\"n\",\"roles\":[\"sales\",null]}      | roles[1] | null",
        "{\"name\":\"n\",\"roles\":\"sales\"}             | roles    | array",
        "null                                             | body     | null",
      })
  void whatIsWrongIsNamed(String body, String field, String message) {
    post(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field))
        .body("violations[0].message", containsString(message))
        .body("detail", containsString(message));
  }

  @Test
  void aNameMayHave100CharactersAndNoMore() {
    post("{\"name\":\"" + "n".repeat(100) + "\",\"roles\":[\"sales\"]}").statusCode(201);
    post("{\"name\":\"" + "n".repeat(101) + "\",\"roles\":[\"sales\"]}").statusCode(400);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    ring.refresh();
  }

  private static ValidatableResponse post(String body) {
    return Keys.as(Keys.admin()).contentType(ContentType.JSON).body(body).post("/v1/keys").then();
  }
}
