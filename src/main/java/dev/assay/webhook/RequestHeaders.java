package dev.assay.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of a try as they are stored: a JSON object, null for none. */
final class RequestHeaders {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, String>> TYPE = new TypeReference<>() {};

  private RequestHeaders() {}

  static @Nullable String write(Map<String, String> headers) {
    try {
      return headers.isEmpty() ? null : JSON.writeValueAsString(headers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Texts can be written as JSON", impossible);
    }
  }

  static @Nullable Map<String, String> read(@Nullable String json) {
    try {
      return json == null ? null : JSON.readValue(json, TYPE);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Only what was written here is read", impossible);
    }
  }
}
