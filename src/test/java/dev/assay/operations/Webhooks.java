package dev.assay.operations;

import dev.assay.security.Keys;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;

/** Registers receivers over HTTP. */
final class Webhooks {
  private Webhooks() {}

  static void register(String url) {
    Keys.as(Keys.admin())
        .contentType(ContentType.JSON)
        .body(Map.of("url", url, "eventTypes", List.of("lead.stage.changed")))
        .post("/v1/webhooks")
        .then()
        .statusCode(201);
  }
}
