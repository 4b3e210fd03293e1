package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OwnerTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @BeforeEach
  void aLeadOfWhomLittleIsKnown() {
    Assay.put(lead, "{\"title\":\"VP of Sales\"}").statusCode(201);
  }

  @Test
  void anOwnerWhoWasChosenStaysWhateverTheRulesWouldChoose() {
    Assay.assign(lead, " Kim ").statusCode(200).body("owner", equalTo("Kim"));

    Assay.put(lead, "{\"employees\":300}").statusCode(200);
    Assay.post(Assay.event("e-1", lead, "demo_request", ""))
        .body("stage", equalTo("MQL"))
        .body("owner", equalTo("Kim"));
  }

  @Test
  void theTimelineSaysWhoChoseThem() {
    Assay.put(lead, "{\"employees\":300}").statusCode(200);
    Assay.post(Assay.event("e-1", lead, "demo_request", "")).body("owner", equalTo("Inbound"));

    Assay.assign(lead, "Kim").statusCode(200);
    Assay.assign(lead, "Lee").statusCode(200);

    Assay.get("/v1/leads/{lead}/timeline", lead)
        .statusCode(200)
        .body("entries.findAll { it.kind == 'owner' }.what.from", contains("Kim", "Inbound"))
        .body("entries.findAll { it.kind == 'owner' }.what.to", contains("Lee", "Kim"))
        .body(
            "entries.find { it.kind == 'owner' }.what.by",
            equalTo(Keys.with("sales").split("_")[1]));
    Assay.get("/v1/leads?owner=Lee&q={lead}", lead).body("leads.lead", contains(lead));
  }

  @Test
  void choosingTheSameAgainChangesNothing() throws Exception {
    Assay.assign(lead, "Kim").statusCode(200);

    Assay.assign(lead, "Kim").statusCode(200).body("owner", equalTo("Kim"));

    assertThat(tables.rows("SELECT sequence, to_owner FROM owner_change WHERE lead = ?", lead))
        .containsExactly("1 Kim");
  }

  @Test
  void theLeadMayBeNamedByItsAddress() {
    Assay.put(lead, "{\"email\":\"%s@example.org\"}".formatted(lead)).statusCode(200);

    Assay.assign(lead + "@example.org", "Kim").statusCode(200).body("lead", equalTo(lead));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@example.org"})
  void aLeadThatIsNotKnownIsNotCreated(String suffix) throws Exception {
    String unknown = Assay.newLead() + suffix;

    Assay.assign(unknown, "Kim").statusCode(404).body("detail", containsString(unknown));

    assertThat(tables.count("SELECT count(*) FROM lead WHERE lead = ?", unknown)).isZero();
    assertThat(tables.count("SELECT count(*) FROM lead_alias WHERE lead = ?", unknown)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                    | owner must not be blank
          {"owner":" "}         | owner must not be blank
          {"owner":null}        | owner must not be blank
          {"owner":"a\\u0000"}  | owner must not hold the character NUL
          {"owner":"a\\u202e"}  | owner must not hold control characters or others that are not seen
          """)
  void whatIsNoOwnerIsRefused(String body, String detail) {
    put("sales", body).statusCode(400).body("detail", containsString(detail));
  }

  @Test
  void anOwnerHasAtMostTwoHundredCharacters() {
    Assay.assign(lead, "x".repeat(201)).statusCode(400);

    Assay.assign(lead, "x".repeat(200)).statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"ingest, 403", "sales, 200", "analyst, 403", "admin, 200"})
  void salesGiveLeadsAndNobodyElse(String role, int status) {
    put(role, "{\"owner\":\"Kim\"}").statusCode(status);
  }

  private io.restassured.response.ValidatableResponse put(String role, String body) {
    return Keys.as(Keys.with(role))
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/leads/{lead}/owner", lead)
        .then();
  }
}
