package dev.assay.contract;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was once answered as a fault of the service, or taken without a word. */
@QuarkusTest
class CallersFaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/webhooks               | {'url':'https://example.com/','scoreStep':2147483648}  | scoreStep",
        "/v1/webhooks               | {'url':'https://example.com/','scoreStep':99999999999999999999}  | scoreStep",
        "/v1/rulesets/1/simulations | {'sample':-2147483649}                                 | sample",
        "/v1/keys                   | {'name':'a','roles':['sales'],'expiresAt':'2027-01-01T00:00:00Z'} | expiresAt",
        "/v1/webhooks               | {'url':'https://example.com/','filter':{'stage':['MQL']}} | filter",
      })
  void theMemberThatCannotBeIsNamed(String path, String body, String field) {
    Keys.as(Keys.admin())
        .contentType("application/json")
        .body(body.replace('\'', '"'))
        .post(path)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo(field));
  }

  @Test
  void aMemberThatStandsTwiceIsNamed() {
    for (String path : new String[] {"/v1/keys", "/v1/events"}) {
      Keys.as(Keys.admin())
          .contentType("application/json")
          .body("{\"name\":\"a\",\"roles\":[\"sales\"],\"roles\":[\"admin\"]}")
          .post(path)
          .then()
          .statusCode(400)
          .body("detail", containsString("Duplicate field 'roles'"));
    }
  }

  @Test
  void aColumnThatMeansNothingIsNamed() {
    int id =
        Keys.as(Keys.admin())
            .contentType("application/octet-stream")
            .body("lead,title\nl-1,CEO\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .post("/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Keys.as(Keys.admin())
        .contentType("application/json")
        .body("{\"kind\":\"leads\",\"columns\":{\"lead\":\"lead\",\"title\":null}}")
        .post("/v1/imports/{id}/preview", id)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("columns.title"));
  }

  @ParameterizedTest
  @CsvSource({"owner, PUT", "merge, POST", "notes, POST", "outcomes, POST"})
  void textIsNoJson(String what, String method) {
    Keys.as(Keys.admin())
        .contentType("text/plain")
        .body("x")
        .request(method, "/v1/leads/l-1/" + what)
        .then()
        .statusCode(415);
  }
}
