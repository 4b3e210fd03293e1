package dev.assay.webhook;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(SenderAtRest.class)
@TestSecurity(user = "ada", roles = "admin", authMechanism = "bearer")
class TargetResourceTest {

  @Inject Scene scene;

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void presetsAreListedAndFilledIn() throws Exception {
    when()
        .get("/v1/webhooks/presets")
        .then()
        .statusCode(200)
        .body("name", hasItems("hubspot", "salesforce", "salesforce-task", "pipedrive", "zoho"))
        .body("[0].config.url", equalTo("{site}/crm/v3/objects/contacts/batch/upsert"));
    try (Receiver hubspot = Receiver.answering(200)) {
      String site = hubspot.url().replaceAll("/hook.*", "");
      String id =
          post("""
          {"preset":"hubspot","site":"%s","auth":{"bearer":"pat-eu1-key"}}
          """
                  .formatted(site))
              .statusCode(201)
              .body("kind", equalTo("template"))
              .body("secret", nullValue())
              .body("eventTypes", equalTo(List.of("lead.stage.changed")))
              .body("config.url", equalTo(site + "/crm/v3/objects/contacts/batch/upsert"))
              .extract()
              .path("id");

      given()
          .post("/v1/webhooks/" + id + "/test")
          .then()
          .statusCode(200)
          .body("state", equalTo("delivered"))
          .body("attempts[0].requestHeaders.authorization", equalTo("…"));

      Receiver.Request request = hubspot.requests().get(0);
      JsonNode contact = new ObjectMapper().readTree(request.body()).at("/inputs/0");
      assertThat(contact.path("idProperty").asText()).isEqualTo("email");
      assertThat(contact.path("id").asText()).isEqualTo("ada@example.com");
      assertThat(contact.at("/properties/lifecyclestage").asText()).isEqualTo("salesqualifiedlead");
      assertThat(request.headers().get("Authorization")).containsExactly("Bearer pat-eu1-key");
      when().get("/v1/webhooks/" + id).then().body(not(containsString("pat-eu1-key")));
    }
  }

  @Test
  void everyKindCanBeTried() throws Exception {
    try (Receiver receiver = Receiver.answering(200);
        MailServer mail = new MailServer()) {
      for (String kind :
          List.of(
              "\"kind\":\"slack\",\"url\":\"" + receiver.url() + "\"",
              "\"kind\":\"teams\",\"url\":\"" + receiver.url() + "\"",
              "\"kind\":\"email\",\"config\":{\"to\":[\"sales@example.com\"]}",
              "\"kind\":\"template\",\"config\":{\"url\":\""
                  + receiver.url()
                  + "\",\"body\":{\"mail\":\"{data.email}\"}}")) {
        String id = post("{" + kind + "}").statusCode(201).extract().path("id");

        given()
            .post("/v1/webhooks/" + id + "/test")
            .then()
            .log()
            .ifValidationFails()
            .statusCode(200)
            .body("state", equalTo("delivered"));
      }
      assertThat(receiver.requests()).hasSize(3);
      assertThat(receiver.requests().get(0).body()).contains("Assay reaches this place");
      assertThat(mail.mails()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'bearer':'s3cret'}",
        "{'username':'u','password':'s3cret'}",
        "{'header':'X-Api-Token','value':'s3cret'}",
        "{'oauth':{'tokenUrl':'http://127.0.0.1:9/t','clientId':'c','clientSecret':'s3cret'}}"
      })
  void aSecretIsSentToNoOtherOriginThanItWasGivenFor(String auth) {
    String quoted = auth.replace('\'', '"');
    String config = "\"config\":{\"url\":\"%s\",\"body\":{\"mail\":\"{data.email}\"}}";
    String known = "http://127.0.0.1:9/leads/{data.lead}";
    String id =
        post("{\"kind\":\"template\",\"auth\":%s,%s}".formatted(quoted, config.formatted(known)))
            .statusCode(201)
            .extract()
            .path("id");

    for (String other :
        List.of(
            "http://127.0.0.1:10/leads/{data.lead}",
            "http://127.0.0.1/leads/{data.lead}",
            "http://127.0.0.1?lead={data.lead}",
            "https://127.0.0.1:9/leads/{data.lead}",
            "http://127.0.0.2:9/leads/{data.lead}")) {
      patch(id, "{" + config.formatted(other) + "}")
          .statusCode(400)
          .body("detail", containsString("send auth along with config"))
          .body("detail", not(containsString("s3cret")));
      when().get("/v1/webhooks/" + id).then().body("config.url", equalTo(known));
    }
    patch(id, "{" + config.formatted("http://127.0.0.1:9/other?lead={data.lead}") + "}")
        .statusCode(200);
    patch(id, "{%s,\"auth\":%s}".formatted(config.formatted("http://127.0.0.1:10/"), quoted))
        .statusCode(200)
        .body("config.url", equalTo("http://127.0.0.1:10/"));
  }

  @Test
  void aKindStays() {
    String id =
        post("{\"kind\":\"slack\",\"url\":\"http://127.0.0.1:9/a/b\"}")
            .statusCode(201)
            .body("url", equalTo("http://127.0.0.1:9/…"))
            .extract()
            .path("id");

    patch(id, "{\"description\":\"Sales\"}").statusCode(200).body("kind", equalTo("slack"));
    patch(id, "{\"url\":\"http://127.0.0.1:10/c\"}").body("url", equalTo("http://127.0.0.1:10/…"));
    patch(id, "{\"kind\":\"teams\"}").statusCode(400).body("detail", containsString("stays"));
    patch(id, "{\"preset\":\"zoho\"}").statusCode(400);
    patch(id, "{\"config\":{}}").statusCode(400).body("detail", containsString("no meaning"));
  }

  @Test
  void digestAndReminderAreKeptAndStopped() {
    String id =
        post("""
        {"kind":"slack","url":"http://127.0.0.1:9/a","digest":"PT1H",
         "followUp":{"stage":"SQL","after":"P2D"}}
        """)
            .statusCode(201)
            .body("digest", equalTo("PT1H"))
            .body("followUp.stage", equalTo("SQL"))
            .body("followUp.after", equalTo("PT48H"))
            .extract()
            .path("id");

    patch(id, "{\"digest\":\"PT0S\",\"followUp\":{}}")
        .statusCode(200)
        .body("digest", nullValue())
        .body("followUp", nullValue());
    for (String wrong :
        List.of(
            "{\"digest\":\"PT59S\"}",
            "{\"digest\":\"P8D\"}",
            "{\"followUp\":{\"stage\":\"SQL\"}}",
            "{\"followUp\":{\"after\":\"PT1H\"}}",
            "{\"followUp\":{\"stage\":\"SQL\",\"after\":\"P91D\"}}")) {
      patch(id, wrong).statusCode(400).body("detail", containsString("expected"));
    }
    post("{\"url\":\"http://127.0.0.1:9/\",\"digest\":\"PT1H\"}")
        .statusCode(400)
        .body("detail", containsString("for people"));
  }

  @Test
  void aPresetSaysWhereTokensComeFrom() throws Exception {
    try (TokenServer server = TokenServer.givingForAnHour()) {
      String site = server.url().replace("/oauth/v2/token", "");
      String id =
          post("""
          {"preset":"zoho","site":"%s/",
           "auth":{"oauth":{"clientId":"c","clientSecret":"top-secret","refreshToken":"1000.r"}}}
          """
                  .formatted(site))
              .statusCode(201)
              .body("config.url", equalTo(site + "/crm/v8/Leads/upsert"))
              .extract()
              .path("id");

      given()
          .post("/v1/webhooks/" + id + "/test")
          .then()
          .statusCode(200)
          .body("state", equalTo("delivered"))
          .body("attempts[0].requestHeaders.authorization", equalTo("…"));

      assertThat(server.form(0)).contains("client_secret=top-secret&refresh_token=1000.r");
      assertThat(server.requests().get(1).headers().get("Authorization"))
          .containsExactly("Zoho-oauthtoken token-1");
      when().get("/v1/webhooks/" + id).then().body(not(containsString("top-secret")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"kind\":\"slack\"}                                             | url is missing",
        "{\"kind\":\"slack\",\"url\":\"http://127.0.0.1/\",\"auth\":{}}   | auth has no meaning",
        "{\"kind\":\"slack\",\"url\":\"https://10.0.0.1/x\"}              | url"
            + " 'https://10.0.0.1/…' is refused",
        "{\"kind\":\"teams\",\"url\":\"http://localhost/x\"}              | is refused",
        "{\"kind\":\"email\"}                                             | names nobody",
        "{\"kind\":\"email\",\"config\":{\"to\":[\"x\"]}}                 | 'x'",
        "{\"kind\":\"email\",\"url\":\"http://127.0.0.1/\",\"config\":{\"owner\":true}} | url has"
            + " no meaning",
        "{\"kind\":\"template\"}                                          | config.body",
        "{\"kind\":\"template\",\"config\":{\"url\":\"https://169.254.169.254/\",\"body\":\"1\"}} |"
            + " config.url is refused",
        "{\"kind\":\"template\",\"config\":{\"url\":\"http://127.0.0.1/\",\"body\":\"{data.emial}\"}}"
            + " | emial",
        "{\"kind\":\"template\",\"config\":{\"url\":\"http://127.0.0.1/\",\"body\":\"{\"}} |"
            + " expected JSON",
        "{\"kind\":\"template\",\"config\":{\"url\":\"http://127.0.0.1/\",\"body\":\"{inject:vault}\"}}"
            + " | config",
        "{\"kind\":\"template\",\"url\":\"http://127.0.0.1/\",\"config\":{\"url\":\"http://127.0.0.1/\",\"body\":\"1\"}}"
            + " | config.url",
        "{\"kind\":\"webhook\",\"url\":\"http://127.0.0.1/\",\"config\":{}} | config has no"
            + " meaning",
        "{\"kind\":\"fax\",\"url\":\"http://127.0.0.1/\"}                 | slack, teams, email or"
            + " template",
        "{\"preset\":\"sap\"}                                             | hubspot",
        "{\"preset\":\"salesforce\"}                                      | site is missing",
        "{\"preset\":\"zoho\",\"kind\":\"template\"}                      | leave these out",
        "{\"preset\":\"zoho\",\"auth\":{\"oauth\":{\"clientId\":\"c\",\"clientSecret\":\"s\"}}} |"
            + " auth.oauth.refreshToken is missing",
        "{\"preset\":\"zoho\",\"site\":\"http://127.0.0.1:9\",\"auth\":{\"oauth\":{\"clientId\":\"c\",\"clientSecret\":\"s\",\"refreshToken\":\"r\",\"tokenUrl\":\"https://169.254.169.254/\"}}} |"
            + " auth.oauth.tokenUrl is refused",
        "{\"kind\":\"template\",\"config\":{\"url\":\"http://127.0.0.1/\",\"body\":\"1\"},\"auth\":{\"oauth\":{\"clientId\":\"c\",\"clientSecret\":\"s\",\"tokenUrl\":\"http://localhost/t\"}}} |"
            + " auth.oauth.tokenUrl is refused",
        "{\"kind\":\"template\",\"config\":{\"url\":\"http://127.0.0.1/\",\"body\":\"1\"},\"auth\":{\"oauth\":{\"clientSecret\":\"s\",\"tokenUrl\":\"http://127.0.0.1/t\"}}} |"
            + " auth.oauth.clientId",
        "{\"site\":\"https://a.b\",\"url\":\"http://127.0.0.1/\"}         | no preset"
      })
  void whatCannotBeIsRefused(String body, String detail) {
    post(body).statusCode(400).body("detail", containsString(detail));
  }

  private static ValidatableResponse post(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/v1/webhooks").then();
  }

  private static ValidatableResponse patch(String id, String body) {
    return given().contentType(ContentType.JSON).body(body).patch("/v1/webhooks/" + id).then();
  }
}
