package dev.assay.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What PostgreSQL can store: texts without NUL and halves of surrogate pairs, and numbers that are
 * finite.
 */
final class Characters {
  private Characters() {}

  /** Whether the text can be stored and holds no control characters. */
  static boolean storable(String text) {
    return text.codePoints().noneMatch(c -> Character.isISOControl(c) || halfPair(c));
  }

  /**
   * Whether all texts and names of the JSON value can be stored; line breaks and tabs may stand.
   */
  static boolean storable(JsonNode value) {
    if (value.isTextual()) {
      return keepable(value.textValue());
    }
    if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
      return false;
    }
    for (var field : value.properties()) {
      if (!keepable(field.getKey())) {
        return false;
      }
    }
    for (JsonNode child : value) {
      if (!storable(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean keepable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || halfPair(c));
  }

  private static boolean halfPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
