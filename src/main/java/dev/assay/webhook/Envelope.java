package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;

/**
 * The body of every message.
 *
 * @param version of what {@code data} means; it rises only when a field goes or changes its meaning
 */
@JsonPropertyOrder({"type", "version", "timestamp", "data"})
record Envelope(String type, int version, String timestamp, Object data) {

  static final int VERSION = 1;

  /** Its own, so that the service's JSON settings cannot change what receivers rely on. */
  private static final ObjectMapper JSON = new ObjectMapper();

  static String json(MessageType type, Instant at, Object data) {
    try {
      return JSON.writeValueAsString(new Envelope(type.wireName(), VERSION, at.toString(), data));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Plain records can be written as JSON", impossible);
    }
  }
}
