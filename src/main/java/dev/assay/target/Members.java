package dev.assay.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads the members of a target's config. */
final class Members {

  private Members() {}

  /** A misspelt member would otherwise be silently without effect. */
  static void only(JsonNode config, String... names) throws RefusedTarget {
    List<String> known = List.of(names);
    for (var member : config.properties()) {
      if (!known.contains(member.getKey())) {
        throw new RefusedTarget(
            "config has the member '%s'; expected some of %s"
                .formatted(Line.of(member.getKey(), 60), known));
      }
    }
  }

  static String text(JsonNode config, String name, String example) throws RefusedTarget {
    JsonNode value = config.path(name);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new RefusedTarget(
          "config.%s is missing; expected a text such as %s".formatted(name, example));
    }
    return value.textValue();
  }
}
