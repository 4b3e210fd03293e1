package dev.assay.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a value in a template's output until it is known what surrounds it: the value as
 * JSON in ASCII between two characters that neither a template nor that JSON can hold. So no value
 * is ever read as a part of the template.
 */
final class Placeholder {

  static final char OPEN = '\uE000';
  static final char CLOSE = '\uE001';

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Placeholder() {}

  /** Writes each value of a template so. */
  static final class Mapper implements ResultMapper {
    @Override
    public String map(@Nullable Object value, Expression expression) {
      if (!isPlain(value)) {
        throw new TemplateException(
            "{%s} is no plain data".formatted(expression.toOriginalString()));
      }
      try {
        return OPEN + JSON.writeValueAsString(value == Nothing.VALUE ? null : value) + CLOSE;
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException("Plain data can be written as JSON", impossible);
      }
    }
  }

  private static boolean isPlain(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().allMatch(Placeholder::isPlain);
    }
    return value instanceof List<?> list
        ? list.stream().allMatch(Placeholder::isPlain)
        : value == null
            || value instanceof String
            || value instanceof Number
            || value instanceof Boolean;
  }

  /** The value as it is between two quotes of JSON; null is nothing. */
  static String inQuotes(String json) throws Unrenderable {
    return switch (json.charAt(0)) {
      case '"' -> json.substring(1, json.length() - 1);
      case '[', '{' ->
          throw new Unrenderable(
              "A list or an object stands between quotes; write it without them, or name a part of it");
      default -> json.equals("null") ? "" : json;
    };
  }

  /** The value as text; null is nothing. */
  static String text(String json) throws Unrenderable {
    try {
      return JSON.readValue('"' + inQuotes(json) + '"', String.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("What was written as JSON can be read", impossible);
    }
  }
}
