package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProfileTest {
  private final String lead = Assay.newLead();

  @Test
  void whatIsLeftOutStaysAndNullClears() {
    Assay.put(
            lead,
            """
            {"title":"VP of Sales","employees":300,"company":"Acme",
             "attributes":{"plan":"pro","seats":5,"trial":true}}""")
        .statusCode(201);

    Assay.put(
            lead, "{\"title\":null,\"country\":\"us\",\"attributes\":{\"seats\":6,\"trial\":null}}")
        .statusCode(200)
        .body("fit", equalTo(25));

    Map<String, Object> profile = Assay.lead(lead).getMap("profile");
    assertThat(profile)
        .isEqualTo(
            Map.of(
                "employees",
                300,
                "company",
                "Acme",
                "country",
                "US",
                "attributes",
                Map.of("plan", "pro", "seats", 6)));
  }

  @Test
  void sayingTheSameAgainIsNoChange() {
    Assay.put(lead, "{\"title\":\"VP of Sales\"}").statusCode(201);

    Assay.put(lead, "{\"title\":\"VP of Sales\"}").statusCode(200);

    assertThat(
            Assay.get("/v1/leads/{lead}/timeline", lead)
                .extract()
                .jsonPath()
                .getList("entries.findAll { it.kind == 'profile' }"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"titel":"x"}                       | titel         | is not a field of a profile; put it under attributes
          {"employees":"300"}                 | employees     | must be a whole number of at least 0, without quotes
          {"employees":-1}                    | employees     | must be a whole number of at least 0, without quotes
          {"employees":1.5}                   | employees     | must be a whole number of at least 0, without quotes
          {"revenue":1e16}                    | revenue       | must be a number from 0 to 1e15, without quotes
          {"country":"USA"}                   | country       | must be an ISO 3166-1 alpha-2 code such as US
          {"email":"kim"}                     | email         | must be an e-mail address
          {"doNotContact":"yes"}              | doNotContact  | must be true or false, without quotes
          {"technologies":"java"}             | technologies  | must be a list of at most 200 texts
          {"title":7}                         | title         | must be a text
          {"title":"\\u0000"}                 | title         | must not hold control characters or halves of surrogate pairs
          {"title":"\\ud800"}                 | title         | must not hold control characters or halves of surrogate pairs
          {"technologies":["\\u0000"]}        | technologies[]| must not hold control characters or halves of surrogate pairs
          {"attributes":{"a":"\\udc00"}}      | attributes.a  | must not hold control characters or halves of surrogate pairs
          {"attributes":{"a":[1]}}            | attributes.a  | must be a text
          {"attributes":7}                    | attributes    | must be an object of at most 100 members
          7                                   | profile       | must be a JSON object
          """)
  void aFaultIsNamed(String patch, String field, String message) {
    Assay.put(lead, patch)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItem(field))
        .body("violations.message", hasItem(message));

    Assay.get("/v1/leads/{lead}", lead).statusCode(404);
  }

  @Test
  void aNameOfAnAttributeMayHoldNoNul() {
    Assay.put(lead, "{\"attributes\":{\"a\\u0000b\":1}}")
        .statusCode(400)
        .body("violations[0].field", startsWith("attributes.a"));
  }

  @Test
  void aKeyHasTwoHundredCharactersAtMost() {
    String longest = (lead + "x".repeat(200)).substring(0, 200);
    Assay.put(longest, "{}").statusCode(201);

    Assay.put(longest + "x", "{}")
        .statusCode(400)
        .body("detail", containsString("1 to 200 characters"));
  }

  @Test
  void aKeyMayHoldAnythingThatCanBeSeen() {
    String odd = lead + " é/%?#☃𝄞";
    Assay.put(odd, "{}").statusCode(201);

    assertThat(Assay.lead(odd).getString("lead")).isEqualTo(odd);
  }
}
