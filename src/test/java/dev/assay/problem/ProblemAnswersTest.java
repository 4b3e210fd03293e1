package dev.assay.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemAnswersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"small\":\"x\"}                    | small          | x    | must be a whole number",
        "{\"inner\":{\"count\":\"x\"}}        | inner.count    | x    | must be a whole number",
        "{\"inner\":{\"on\":\"maybe\"}}       | inner.on       | maybe| must be true or false",
        "{\"list\":[{},{\"colour\":\"BLUE\"}]}| list[1].colour | BLUE | must be one of RED, GREEN",
        "{\"inner\":{\"at\":\"today\"}}       | inner.at       | today| must be a time as in RFC"
            + " 3339",
        "{\"inner\":7}                        | inner          |      | must be a JSON object",
        "{\"list\":{}}                        | list           |      | must be a JSON array",
        "[]                                   | body           |      | must be a JSON object",
        "{\"small\":10}                       | small          | 10   | must be less than or equal"
            + " to 9",
        "{\"clientSecret\":123456}            | clientSecret   |      | must be less than or equal"
            + " to 9",
      })
  void whatIsWrongWithABodyIsNamed(String body, String field, String value, String message) {
    String seen =
        problem(post(body), 400, "bad-request")
            .body("violations[0].field", equalTo(field))
            .body("violations[0].message", containsString(message))
            .body("detail", containsString(field + " " + message))
            .body("detail", not(containsString("java")))
            .body("detail", not(containsString("123456")))
            .extract()
            .body()
            .jsonPath()
            .getString("violations[0].value");
    assertThat(seen).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"small\":1", "{\"small\":}", "nonsense", "{'small':1}", "\u0000"})
  void aBodyThatIsNoJsonIsABadRequest(String body) {
    problem(post(body), 400, "bad-request")
        .body("detail", containsString("The body is not JSON that can be read (line 1, column"))
        .body("detail", not(containsString("JsonParser")))
        .body("detail", not(containsString("Source")))
        .body("detail", not(containsString("java")));
  }

  @Test
  void jsonThatIsNestedTooDeepIsABadRequest() {
    problem(post("{\"x\":" + "[".repeat(5_000)), 400, "bad-request");
  }

  @Test
  void anEmptyBodyIsABadRequest() {
    problem(post(""), 400, "bad-request").body("violations[0].field", equalTo("body"));
  }

  @Test
  void whatARecordRefusesIsABadRequest() {
    problem(
            json().body("{\"text\":\"bad\"}").post("/test/failing/picky").then(),
            400,
            "bad-request")
        .body("detail", containsString("text must not be bad"));
  }

  @Test
  void aParameterOfTheWrongKindIsABadRequest() {
    problem(request().get("/test/failing/query?limit=abc").then(), 400, "bad-request")
        .body("detail", containsString("GET /test/failing/query"));
  }

  @Test
  void aParameterOutOfRangeIsABadRequest() {
    request().get("/test/failing/query?limit=100").then().statusCode(200);
    problem(request().get("/test/failing/query?limit=101").then(), 400, "bad-request")
        .body("violations[0].field", equalTo("limit"))
        .body("violations[0].value", equalTo(101))
        .body("detail", equalTo("limit must be less than or equal to 100, was 101"));
  }

  @Test
  void aMissingRoleIsForbiddenWithTheRolesThereAre() {
    problem(Keys.as(Keys.with("sales", "ingest")).get("/v1/keys").then(), 403, "forbidden")
        .body("detail", containsString("roles (ingest, sales) do not allow GET /v1/keys"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/v1/nothing", "/v1/keys/a/b/c", "/q/nothing"})
  void anUnknownPathIsNotFound(String path) {
    problem(request().get(path).then(), 404, "not-found")
        .body("detail", equalTo("Nothing is served at GET " + path + "; /q/openapi lists what is."))
        .body("instance", equalTo(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PATCH  | /v1/keys              | GET, HEAD, OPTIONS, POST
          PUT    | /v1/keys/k            | DELETE, GET, HEAD, OPTIONS
          PATCH  | /v1/leads/l-1         | DELETE, GET, HEAD, OPTIONS, PUT
          DELETE | /v1/leads/l-1/timeline | GET, HEAD, OPTIONS
          GET    | /v1/evaluate          | OPTIONS, POST
          """)
  void anotherMethodIsNotAllowedAndThoseThatAreAreSaid(String method, String path, String allowed) {
    problem(request().request(method, path).then(), 405, "method-not-allowed")
        .header("Allow", allowed)
        .body(
            "detail",
            equalTo(
                "%s %s is not served, but %s; /q/openapi lists what is."
                    .formatted(method, path, allowed)));
  }

  @Test
  void anotherRepresentationIsNotAcceptable() {
    problem(request().accept("image/png").get("/v1/keys").then(), 406, "not-acceptable")
        .body("detail", containsString("\"image/png\" (header Accept)"));
  }

  @Test
  void anotherContentTypeIsUnsupported() {
    problem(
            request().contentType("text/csv").body("a,b").post("/test/failing").then(),
            415,
            "unsupported-media-type")
        .body("detail", containsString("does not read \"text/csv"));
  }

  @Test
  void aBodyThatIsNeededIsMissed() {
    problem(request().noContentType().post("/v1/keys").then(), 400, "bad-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "unserialisable"})
  void ourOwnFailureTellsNothingButAnId(String path) {
    problem(request().get("/test/failing/" + path).then(), 500, "internal-error")
        .body("errorId", matchesPattern("[0-9a-f-]{36}"))
        .body(not(containsString("internal detail")))
        .body(not(containsString("dev.assay")))
        .body(not(containsString("Exception")));
  }

  @Test
  void whatAUseCaseRaisesComesAsItIs() {
    problem(request().get("/test/failing/conflict").then(), 409, "conflict")
        .body("title", equalTo("Conflict"))
        .body("detail", equalTo("Thing 7 is in use."))
        .body("instance", equalTo("/test/failing/conflict"))
        .body("errorId", nullValue());
  }

  @Test
  void aWaitIsRoundedUp() {
    problem(request().get("/test/failing/busy").then(), 429, "too-many-requests")
        .header("Retry-After", "2");
  }

  @Test
  void problemsAreDescribedInOpenApi() {
    request()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("info.title", equalTo("Assay"))
        .body("components.securitySchemes.key.type", equalTo("http"))
        .body("components.securitySchemes.key.scheme", equalTo("bearer"))
        .body("components.schemas.keySet()", hasItems("HttpProblem", "HttpValidationProblem"))
        .body("paths.'/v1/keys'.post.security[0].key", equalTo(List.of("admin")));
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://assay.dev/problems/" + slug))
        .body("status", equalTo(status));
  }

  private static ValidatableResponse post(String body) {
    return json().body(body).post("/test/failing").then();
  }

  private static RequestSpecification json() {
    return request().contentType(ContentType.JSON);
  }

  private static RequestSpecification request() {
    return Keys.as(Keys.admin());
  }
}
