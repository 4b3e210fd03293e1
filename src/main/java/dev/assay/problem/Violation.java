package dev.assay.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param field where, as a path into the body ({@code roles[0]}) or the name of a parameter
 * @param value what was sent, shortened; null when nothing was, when it is no single value, or when
 *     the field's name says that it holds a secret
 * @param message what was expected, reading on from the field: "must not be blank"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String field, @Nullable Object value, String message) {

  /** More of them are not told at once: who has so many errors looks for another cause. */
  public static final int MAX_TOLD = 100;

  private static final int LONGEST_VALUE = 100;

  public Violation {
    field = shortened(field);
    value = secret(field) ? null : shown(value);
  }

  @Override
  public String toString() {
    return value == null ? field + " " + message : field + " " + message + ", was " + quoted();
  }

  private String quoted() {
    return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
  }

  private static @Nullable Object shown(@Nullable Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    return value instanceof CharSequence || value instanceof Enum<?>
        ? shortened(value.toString())
        : null;
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }

  private static boolean secret(String field) {
    String name = field.toLowerCase(Locale.ROOT);
    return name.contains("secret")
        || name.contains("password")
        || name.contains("token")
        || name.contains("authorization");
  }
}
