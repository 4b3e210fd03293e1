package dev.assay.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.qute.Template;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON body with expressions. Between quotes an expression gives the text of its value, elsewhere
 * a whole JSON value; either way a value stays one value, whatever characters it holds.
 */
final class JsonTemplate {

  private static final PlainTemplates TEMPLATES = new PlainTemplates(new Placeholder.Mapper());

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Template template;

  private JsonTemplate(Template template) {
    this.template = template;
  }

  static JsonTemplate parse(String text) throws RefusedTarget {
    return new JsonTemplate(TEMPLATES.parse(text));
  }

  String render(Map<String, @Nullable Object> data) throws Unrenderable {
    String bound = bind(TEMPLATES.render(template, data));
    try {
      JsonNode body = JSON.readTree(bound);
      if (body.isMissingNode()) {
        throw new Unrenderable("The template gives nothing; expected JSON");
      }
      String json = JSON.writeValueAsString(body);
      if (json.getBytes(UTF_8).length > PlainTemplates.LONGEST_OUTPUT) {
        throw new Unrenderable(
            "What the template gives is longer than %d bytes"
                .formatted(PlainTemplates.LONGEST_OUTPUT));
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new Unrenderable(
          "What the template gives is no JSON%s. Are all quotes and commas there, and no name twice?"
              .formatted(place(e.getLocation())));
    }
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : ", from line %d, column %d on".formatted(location.getLineNr(), location.getColumnNr());
  }

  /**
   * Puts values in the place of placeholders, keeping track of whether these are between quotes.
   */
  private static String bind(String output) throws Unrenderable {
    StringBuilder json = new StringBuilder(output.length());
    boolean quoted = false;
    boolean holdsValue = false;
    for (int at = 0; at < output.length(); at++) {
      char character = output.charAt(at);
      if (character == Placeholder.OPEN) {
        int end = output.indexOf(Placeholder.CLOSE, at);
        String value = output.substring(at + 1, end);
        json.append(quoted ? Placeholder.inQuotes(value) : value);
        holdsValue |= quoted;
        at = end;
        continue;
      }
      json.append(character);
      if (quoted && character == '\\') {
        at++;
        json.append(escaped(output, at));
      } else if (character == '"') {
        holdsValue &= quoted;
        quoted = !quoted;
      } else if (!quoted && character == ':' && holdsValue) {
        throw new Unrenderable("A value stands in the name of a JSON member; names must be fixed");
      } else if (!quoted && !Character.isWhitespace(character)) {
        holdsValue = false;
      }
    }
    return json.toString();
  }

  /** A backslash may not swallow the mark before a value. */
  private static char escaped(String output, int at) throws Unrenderable {
    if (at == output.length() || output.charAt(at) == Placeholder.OPEN) {
      throw new Unrenderable("A backslash stands before a value or at the end; remove it");
    }
    return output.charAt(at);
  }
}
