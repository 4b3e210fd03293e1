package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the running service says of itself at {@code /q/openapi}. */
record Operations(JsonNode description, List<Operation> all) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** One of them. */
  record Operation(String method, String path, JsonNode says) {
    boolean isConsole() {
      return !path.startsWith("/v1/");
    }
  }

  static Operations read() throws IOException {
    JsonNode description =
        new ObjectMapper().readTree(RestAssured.get("/q/openapi?format=json").asString());
    List<Operation> all = new ArrayList<>();
    for (var path : description.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          all.add(
              new Operation(
                  method.getKey().toUpperCase(java.util.Locale.ROOT),
                  path.getKey(),
                  method.getValue()));
        }
      }
    }
    return new Operations(description, all);
  }

  /** The schema itself, where another one is only named. */
  JsonNode resolved(JsonNode schema) {
    JsonNode found = schema;
    while (found.has("$ref")) {
      found = description.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }

  /** The first type that it names, null if it names none. */
  static @Nullable String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.isTextual() ? type.asText() : null;
  }
}
