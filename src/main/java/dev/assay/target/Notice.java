package dev.assay.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored message as plain data: maps, lists, texts, numbers, truth values and nulls.
 *
 * @param id the {@code webhook-id}
 * @param content what webhooks are sent: {@code type}, {@code timestamp}, {@code data}
 */
public record Notice(String id, String type, Map<String, @Nullable Object> content) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Reads what is stored. */
  public static Notice parse(String id, String payload) {
    try {
      Map<String, @Nullable Object> content = JSON.readValue(payload, new TypeReference<>() {});
      return new Notice(id, String.valueOf(content.get("type")), content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Message " + id + " is stored as no JSON object", e);
    }
  }

  /** A message in which nothing is missing, to try a target with. */
  public static Notice example() {
    try (InputStream text =
        Objects.requireNonNull(Notice.class.getResourceAsStream("example.json"))) {
      return parse("msg_example", new String(text.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the message says, under {@code data}. */
  public Map<String, @Nullable Object> data() {
    return object(content.get("data"));
  }

  /** The text or number under this name as text, null when there is none. */
  static @Nullable String text(Map<String, @Nullable Object> data, String name) {
    Object value = data.get(name);
    String text = value instanceof String || value instanceof Number ? value.toString() : null;
    return text == null || text.isBlank() ? null : text;
  }

  /** The objects of a list, none when it is no list. */
  static List<Map<String, @Nullable Object>> objects(@Nullable Object list) {
    return list instanceof List<?> items ? items.stream().map(Notice::object).toList() : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? (Map<String, @Nullable Object>) Objects.requireNonNull(map)
        : Map.of();
  }
}
