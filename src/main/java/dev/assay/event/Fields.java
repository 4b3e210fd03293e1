package dev.assay.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.json.Characters;
import dev.assay.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes typed fields from a JSON object and collects what is wrong with them. */
final class Fields {
  private final JsonNode object;
  private final List<Violation> violations = new ArrayList<>();

  Fields(JsonNode object) {
    this.object = object;
  }

  void allowOnly(Set<String> names, String otherwise) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                refuse(name, null, otherwise);
              }
            });
  }

  @Nullable String text(String name, int longest) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      refuse(name, value.asText(), "must be a text");
      return null;
    }
    String text = value.textValue().strip();
    if (text.length() > longest) {
      refuse(name, text, "must have at most %d characters".formatted(longest));
      return null;
    }
    if (!Characters.storable(text)) {
      refuse(name, null, "must not hold control characters or halves of surrogate pairs");
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  String required(String name, int longest) {
    String text = text(name, longest);
    if (text == null && violations.stream().noneMatch(wrong -> wrong.field().equals(name))) {
      refuse(name, null, "is required, a text of 1 to %d characters".formatted(longest));
    }
    return text == null ? "" : text;
  }

  void refuse(String field, @Nullable Object value, String message) {
    if (violations.size() < Violation.MAX_TOLD) {
      violations.add(new Violation(field, value, message));
    }
  }

  void check() throws EventRejected {
    if (!violations.isEmpty()) {
      throw new EventRejected(violations);
    }
  }
}
