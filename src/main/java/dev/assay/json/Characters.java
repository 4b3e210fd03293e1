package dev.assay.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What PostgreSQL can store: texts without NUL and halves of surrogate pairs, and numbers that are
 * finite.
 */
public final class Characters {
  private Characters() {}

  /** Whether the text can be stored and holds no control characters. */
  public static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) || halfPair(text, i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether all texts and names of the JSON value can be stored; line breaks and tabs may stand.
   */
  public static boolean storable(JsonNode value) {
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

  /** Whether the text can be stored; control characters other than NUL may stand. */
  static boolean keepable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || halfPair(text, i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether half of a surrogate pair stands there without the other half. */
  private static boolean halfPair(String text, int at) {
    char here = text.charAt(at);
    return Character.isHighSurrogate(here)
            && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
        || Character.isLowSurrogate(here)
            && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
