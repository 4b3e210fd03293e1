package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import belongs to the key with which it was uploaded. */
@QuarkusTest
class OwnImportsTest {
  private static final int NONE = 2_000_000_000;

  private int id;
  private String other = "";

  @BeforeEach
  void upload() {
    id = Importing.draft("lead,title\nl-1,CEO\n");
    other = Keys.make("other importer", "ingest");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ''",
    "GET, /errors",
    "POST, /preview",
    "POST, /start",
    "POST, /cancel",
    "DELETE, ''",
  })
  void thatOfAnotherKeyIsAnsweredLikeOneThatIsNot(Method method, String what) {
    String others = call(other, method, id, what);

    assertThat(others).isEqualTo(call(other, method, NONE, what));
    assertThat(Importing.show(id).getString("state")).isEqualTo("draft");
  }

  @Test
  void theListHoldsThoseOfTheKeyAlone() {
    Keys.as(other).get("/v1/imports").then().statusCode(200).body("imports.id", not(hasItem(id)));
    Importing.caller().get("/v1/imports").then().body("imports.id", hasItem(id));
  }

  @Test
  void adminsSeeAndDeleteAll() {
    Keys.as(Keys.admin()).get("/v1/imports").then().body("imports.id", hasItem(id));
    Keys.as(Keys.admin()).get("/v1/imports/{id}", id).then().statusCode(200);

    Keys.as(Keys.admin()).delete("/v1/imports/{id}", id).then().statusCode(204);

    Importing.caller().get("/v1/imports/{id}", id).then().statusCode(404);
  }

  /** The answer without the number that was asked for. */
  private static String call(String key, Method method, int id, String what) {
    return Keys.as(key)
        .contentType(ContentType.JSON)
        .body(method == Method.POST ? "{}" : "")
        .request(method, "/v1/imports/{id}" + what, id)
        .then()
        .statusCode(404)
        .extract()
        .asString()
        .replaceAll("(imports?[ /])" + id, "$1N");
  }
}
