package dev.assay.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names a Java type as somebody who writes JSON knows it. */
final class JsonKind {

  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

  private JsonKind() {}

  static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "of another kind";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == Instant.class || type == OffsetDateTime.class) {
      return "a time as in RFC 3339, such as 2026-11-20T09:30:00Z";
    }
    if (type == LocalDate.class) {
      return "a date such as 2026-11-20";
    }
    if (TemporalAmount.class.isAssignableFrom(type)) {
      return "a duration as in ISO 8601, such as PT30M";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (WHOLE.contains(type)) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a text";
    }
    return type.isArray() || Collection.class.isAssignableFrom(type)
        ? "a JSON array"
        : "a JSON object";
  }
}
