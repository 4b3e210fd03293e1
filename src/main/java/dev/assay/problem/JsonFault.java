package dev.assay.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body in the caller's words instead of Jackson's. */
final class JsonFault {

  /** A text that stands for a number or a flag; only the library's sentence quotes it. */
  private static final Pattern TEXT =
      Pattern.compile("^Cannot coerce String value \\(\"(.+)\"\\) to ", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("\\((-?[0-9][0-9.eE+-]{0,99})");

  /** How the library begins to say that something follows the value. */
  private static final String MORE = "Trailing token";

  private JsonFault() {}

  /** The problem for a body that could not be read, or null when the fault is not the body's. */
  static @Nullable HttpProblem explain(JsonProcessingException fault) {
    if (fault instanceof StreamReadException || fault instanceof StreamConstraintsException) {
      return Problems.badRequest(
          "The body is not JSON that can be read%s: %s"
              .formatted(place(fault.getLocation()), JsonReason.of(fault)));
    }
    if (fault instanceof JsonMappingException mapping
        && fault.getCause() instanceof InputCoercionException beyond) {
      return beyond(mapping, beyond);
    }
    if (fault instanceof UnrecognizedPropertyException unknown) {
      String known =
          Stream.ofNullable(unknown.getKnownPropertyIds())
              .flatMap(ids -> ids.stream().map(String::valueOf))
              .sorted(Comparator.naturalOrder())
              .collect(Collectors.joining(", "));
      return violation(field(unknown), null, "is not known; expected one of " + known);
    }
    if (fault instanceof InvalidFormatException format) {
      return violation(
          field(format), format.getValue(), "must be " + JsonKind.of(format.getTargetType()));
    }
    if (fault instanceof ValueInstantiationException refused) {
      return refused.getCause() instanceof IllegalArgumentException reason
          ? violation(field(refused), null, Objects.requireNonNullElse(reason.getMessage(), "?"))
          : null;
    }
    if (fault instanceof InvalidNullException nothing) {
      return violation(field(nothing), null, "must not be null");
    }
    if (fault instanceof MismatchedInputException && fault.getOriginalMessage().startsWith(MORE)) {
      return Problems.badRequest(
          "The body goes on after its JSON%s; send one JSON value alone."
              .formatted(place(fault.getLocation())));
    }
    if (fault instanceof MismatchedInputException mismatch) {
      Matcher text = TEXT.matcher(mismatch.getOriginalMessage());
      return violation(
          field(mismatch),
          text.find() ? text.group(1) : null,
          "must be " + JsonKind.of(mismatch.getTargetType()));
    }
    return null;
  }

  /** Where a body could not be read, whatever the reason; null if the fault knows no place. */
  static @Nullable HttpProblem unreadable(JsonProcessingException fault) {
    return fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? violation(field(mapping), null, "cannot be read; /q/openapi says what it must be")
        : null;
  }

  /** A number that the member's type has no room for; only the library's sentence quotes it. */
  private static HttpProblem beyond(JsonMappingException at, InputCoercionException beyond) {
    Matcher number = NUMBER.matcher(String.valueOf(beyond.getOriginalMessage()));
    return violation(
        field(at),
        number.find() ? number.group(1) : null,
        "must be %s that is not so large".formatted(JsonKind.of(beyond.getTargetType())));
  }

  private static HttpProblem violation(String field, @Nullable Object value, String message) {
    return Problems.invalid(List.of(new Violation(field, value, message)));
  }

  private static String field(JsonMappingException fault) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
  }
}
