package dev.assay.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Options of a publication stand in the query; a body, in which some would look for them, is
 * refused.
 */
@QuarkusTest
class PublishBodyTest {

  @ParameterizedTest
  @ValueSource(strings = {"publish", "rollback"})
  void optionsInABodyAreNotPassedOverInSilence(String way) {
    int number = Drafts.draft(Drafts.sound(40));

    Keys.as(Keys.with("analyst"))
        .contentType(ContentType.JSON)
        .body("{\"replaces\":1}")
        .post("/v1/rulesets/{n}/" + way, number)
        .then()
        .statusCode(400)
        .body("detail", containsString("go into the query"));

    Drafts.get("/{n}", number).body("state", equalTo("draft"));
  }

  @Test
  void neitherAreThoseOfABodyInChunks() throws Exception {
    int number = Drafts.draft(Drafts.sound(40));
    byte[] body = "{\"replaces\":1}".getBytes(StandardCharsets.UTF_8);
    HttpRequest chunked =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/v1/rulesets/%d/publish"
                        .formatted(RestAssured.port, number)))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + Keys.with("analyst"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("go into the query");
    Drafts.get("/{n}", number).body("state", equalTo("draft"));
  }
}
