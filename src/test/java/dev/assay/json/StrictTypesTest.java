package dev.assay.json;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.assay.security.Keys;
import dev.assay.webhook.SenderAtRest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was once bent into shape, and so did what nobody had asked for. */
@QuarkusTest
@TestProfile(SenderAtRest.class)
class StrictTypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'limits':{'perSecond':1.5}         | limits.perSecond | must be a whole number",
        "'scoreStep':'5'                    | scoreStep        | must be a whole number",
        "'scoreStep':''                     | scoreStep        | must be a whole number",
        "'scoreStep':true                   | scoreStep        | must be a whole number",
        "'enabled':''                       | enabled          | must be true or false",
        "'enabled':'false'                  | enabled          | must be true or false",
        "'enabled':0                        | enabled          | must be true or false",
        "'digest':3600                      | digest           | must be a duration",
        "'digest':1e400                     | digest           | must be a duration",
        "'digest':''                        | digest           | must be a duration",
        "'digest':'P1Y'                     | digest           | must be a duration",
        "'description':5                    | description      | must be a text",
        "'description':'a\\u0000'           | description      | must not hold the character NUL",
        "'description':'\\ud800'            | description      | must not hold the character NUL",
        "'config':{'a':['b','\\u0000']}     | config.a[1]      | must not hold the character NUL",
        "'config':{'a':{'b':'\\udfff'}}     | config.a.b       | must not hold the character NUL",
        "'config':{'\\u0000':1}             | config           | must not have names with NUL",
        "'config':{'a':1e999}               | config.a         | must not lie beyond 1.7e308",
        "'eventTypes':[null]                | eventTypes[0]    | must not be null",
        "'followUp':{'stage':'S','after':5} | followUp.after   | must be a duration",
      })
  void theMemberThatIsNotTakenToTheLetterIsNamed(String member, String field, String message) {
    refused("/v1/webhooks", "{'url':'http://127.0.0.1:9/',%s}".formatted(member))
        .body("violations[0].field", equalTo(field))
        .body("violations[0].message", startsWith(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'sample':1.5}",
        "{'sample':''}",
        "{'asOf':1700000000}",
        "{'asOf':99999999999999999999999999}",
        "{'asOf':''}",
        "{'asOf':'2026-11-20'}",
        "{'asOf':'+1000000000-01-01T00:00:00Z'}"
      })
  void whatIsNoTimeOrNumberDoesNotMeanAllLeads(String scope) {
    refused("/v1/rulesets/1/simulations", scope)
        .body("violations[0].field", equalTo(scope.substring(2, scope.indexOf("':"))));
  }

  @Test
  void theTextThatIsNoNumberIsShown() {
    refused("/v1/webhooks", "{'url':'http://127.0.0.1:9/','scoreStep':'ten'}")
        .body("detail", equalTo("scoreStep must be a whole number, was \"ten\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {" x", "{}", " {}", ",", "]"})
  void nothingFollowsABody(String more) {
    refused("/v1/keys", "{'name':'a','roles':['sales']}" + more);
  }

  @Test
  void aSecondValueIsToldFromABrokenOne() {
    refused("/v1/keys", "{'name':'a','roles':['sales']}\n{'name':'b','roles':['sales']}")
        .body("detail", containsString("The body goes on after its JSON (line 2, column 1)"));
  }

  @Test
  void blanksMayFollow() {
    call("/v1/keys", "{'name':'a','roles':['sales']} \r\n\t").statusCode(201);
  }

  @Test
  void timesMayHaveAnyOffset() {
    call("/v1/rulesets/1/simulations", "{'asOf':'2026-11-20T09:30:00.5+05:30','sample':1}")
        .statusCode(202);
  }

  private static ValidatableResponse refused(String path, String body) {
    return call(path, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("https://assay.dev/problems/bad-request"));
  }

  private static ValidatableResponse call(String path, String body) {
    return Keys.as(Keys.admin())
        .contentType("application/json")
        .body(body.replace('\'', '"'))
        .post(path)
        .then();
  }
}
