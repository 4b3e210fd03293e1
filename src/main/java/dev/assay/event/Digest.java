package dev.assay.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells a repeated event from another one under the same id. */
final class Digest {
  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** Enough of a SHA-256 that two events are never mistaken for each other by chance. */
  private static final int BYTES = 16;

  private Digest() {}

  /**
   * Of what an event says of its lead. Not by which name it calls the lead: key and e-mail address
   * mean the same. What was left out stays out, so that a repetition which leaves out the time
   * again is the same.
   */
  static byte[] of(
      String source,
      String id,
      String type,
      @Nullable String subject,
      @Nullable Instant occurredAt,
      JsonNode properties) {
    try {
      String time = occurredAt == null ? null : occurredAt.toString();
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : new @Nullable String[] {source, id, type, subject, time}) {
        sha.update(part == null ? NONE : part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      if (!properties.isEmpty()) {
        sha.update(SORTED.writeValueAsBytes(SORTED.treeToValue(properties, Object.class)));
      }
      return Arrays.copyOf(sha.digest(), BYTES);
    } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A byte that no UTF-8 text holds. */
  private static final byte[] NONE = {(byte) 0xFF};
}
