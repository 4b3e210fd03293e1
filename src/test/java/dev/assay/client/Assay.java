package dev.assay.client;

import static io.restassured.RestAssured.config;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.http.ContentType.BINARY;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.security.Keys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Calls a running service over HTTP, each operation with the least role that may. */
public final class Assay {
  public static final String NDJSON = "application/x-ndjson";

  private Assay() {}

  /** A key that no other test uses. */
  public static String newLead() {
    return "l-" + UUID.randomUUID();
  }

  public static ValidatableResponse post(String body) {
    return post("application/json", body);
  }

  public static ValidatableResponse post(String contentType, Object body) {
    byte[] bytes = body instanceof byte[] raw ? raw : body.toString().getBytes(UTF_8);
    return Keys.as(Keys.with("ingest", "sales"))
        .config(config().encoderConfig(encoderConfig().encodeContentTypeAs(NDJSON, BINARY)))
        .contentType(contentType)
        .body(bytes)
        .post("/v1/events")
        .then();
  }

  /** An event of the lead that happened so long ago. */
  public static String event(String id, String lead, String type, String subject, Duration ago) {
    return """
        {"id":"%s","lead":"%s","type":"%s","subject":"%s","occurredAt":"%s"}"""
        .formatted(id, lead, type, subject, ago(ago));
  }

  public static String event(String id, String lead, String type, String subject) {
    return event(id, lead, type, subject, Duration.ofHours(1));
  }

  public static Instant ago(Duration time) {
    return Instant.now().minus(time).truncatedTo(ChronoUnit.MILLIS);
  }

  public static ValidatableResponse put(String lead, String profile) {
    return Keys.as(Keys.with("ingest", "sales"))
        .contentType(ContentType.JSON)
        .body(profile)
        .put("/v1/leads/{lead}", lead)
        .then();
  }

  public static ValidatableResponse assign(String lead, String owner) {
    return Keys.as(Keys.with("sales"))
        .contentType(ContentType.JSON)
        .body("{\"owner\":\"%s\"}".formatted(owner))
        .put("/v1/leads/{lead}/owner", lead)
        .then();
  }

  public static ValidatableResponse merge(String into, String from) {
    return Keys.as(Keys.with("sales"))
        .contentType(ContentType.JSON)
        .body("{\"from\":\"%s\"}".formatted(from))
        .post("/v1/leads/{lead}/merge", into)
        .then();
  }

  public static ValidatableResponse note(String lead, String text) {
    return Keys.as(Keys.with("sales"))
        .contentType(ContentType.JSON)
        .body(java.util.Map.of("text", text))
        .post("/v1/leads/{lead}/notes", lead)
        .then();
  }

  public static ValidatableResponse get(String path, Object... values) {
    return Keys.as(Keys.with("sales")).get(path, values).then();
  }

  public static JsonPath lead(String lead) {
    return get("/v1/leads/{lead}", lead).statusCode(200).extract().jsonPath();
  }

  public static ValidatableResponse erase(String lead) {
    return Keys.as(Keys.admin()).delete("/v1/leads/{lead}", lead).then();
  }
}
