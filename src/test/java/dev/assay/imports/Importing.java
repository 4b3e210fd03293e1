package dev.assay.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.assay.security.Keys;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/** Uploads, starts and watches imports over HTTP. */
final class Importing {
  private Importing() {}

  static ValidatableResponse upload(String file) {
    return upload(file.getBytes(UTF_8));
  }

  static ValidatableResponse upload(byte[] file) {
    return caller()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("text/csv", ContentType.BINARY)))
        .contentType("text/csv")
        .queryParam("name", "test.csv")
        .body(file)
        .post("/v1/imports")
        .then();
  }

  static int draft(String file) {
    return upload(file).statusCode(201).extract().path("id");
  }

  static ValidatableResponse post(int id, String what, String body) {
    return caller()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/imports/{id}/" + what, id)
        .then();
  }

  static JsonPath show(int id) {
    return caller().get("/v1/imports/{id}", id).then().statusCode(200).extract().jsonPath();
  }

  static JsonPath run(int id, String mapping) {
    post(id, "start", mapping).statusCode(202);
    await().atMost(Duration.ofSeconds(20)).until(() -> show(id).getString("state").equals("done"));
    return show(id);
  }

  static String errors(int id) {
    return caller().get("/v1/imports/{id}/errors", id).then().statusCode(200).extract().asString();
  }

  static RequestSpecification caller() {
    return Keys.as(Keys.with("ingest"));
  }
}
