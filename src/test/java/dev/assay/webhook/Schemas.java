package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Checks messages against OpenAPI's webhooks: every field is described, and none is missing. */
record Schemas(JsonNode openApi) {

  List<String> types() {
    List<String> types = new ArrayList<>();
    openApi.path("webhooks").fieldNames().forEachRemaining(types::add);
    return types;
  }

  /**
   * @return its type
   */
  String check(JsonNode message) {
    String type = message.path("type").asText();
    JsonNode body = openApi.path("webhooks").path(type).path("post").path("requestBody");
    JsonNode schema = body.path("content").path("application/json").path("schema");
    assertThat(schema.isMissingNode()).describedAs(type).isFalse();
    check(type, message, schema);
    return type;
  }

  private void check(String at, JsonNode value, JsonNode schema) {
    List<JsonNode> parts = new ArrayList<>();
    gather(schema, parts);
    Map<String, JsonNode> properties = new TreeMap<>();
    Set<String> required = new HashSet<>();
    for (JsonNode part : parts) {
      part.path("properties")
          .fields()
          .forEachRemaining(p -> properties.put(p.getKey(), p.getValue()));
      part.path("required").forEach(name -> required.add(name.asText()));
      if (part.has("const")) {
        assertThat(value.asText()).describedAs(at).isEqualTo(part.path("const").asText());
      }
      List<String> allowed = new ArrayList<>();
      if (part.path("type").isArray()) {
        part.path("type").forEach(one -> allowed.add(one.asText()));
      } else if (part.has("type")) {
        allowed.add(part.path("type").asText());
      }
      if (!allowed.isEmpty()) {
        assertThat(allowed).describedAs(at).contains(kind(value));
      }
      value.forEach(
          item -> {
            if (value.isArray()) {
              check(at + "[]", item, part.path("items"));
            }
          });
    }
    if (value.isObject()) {
      List<String> names = new ArrayList<>();
      value.fieldNames().forEachRemaining(names::add);
      assertThat(names).describedAs(at).hasSameElementsAs(properties.keySet());
      assertThat(required).describedAs(at).isEqualTo(properties.keySet());
      names.forEach(
          name ->
              check(
                  at + "." + name, value.get(name), Objects.requireNonNull(properties.get(name))));
    }
  }

  /** The schema with those it refers to and is made of. */
  private void gather(JsonNode schema, List<JsonNode> parts) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asText().replace("#/components/schemas/", "");
      gather(openApi.path("components").path("schemas").path(name), parts);
    } else {
      parts.add(schema);
      schema.path("allOf").forEach(part -> gather(part, parts));
    }
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING, BOOLEAN, ARRAY, OBJECT, NULL ->
          value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
      default -> "?";
    };
  }
}
