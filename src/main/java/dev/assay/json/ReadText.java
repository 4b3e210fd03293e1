package dev.assay.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a JSON text, and nothing else, into a type; refuses what cannot be stored. */
final class ReadText<T> extends StdScalarDeserializer<T> {
  static final String UNSTORABLE = "must not hold the character NUL or halves of surrogate pairs";

  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final transient Function<String, T> meaning;

  /**
   * Reads by this function.
   *
   * @param meaning throws a {@link DateTimeException} or {@link ArithmeticException} for a text
   *     that is no such thing
   */
  ReadText(Class<T> type, Function<String, T> meaning) {
    super(type);
    this.type = type;
    this.meaning = meaning;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return type.cast(context.handleUnexpectedToken(type, parser));
    }
    String text = parser.getText();
    if (!Characters.keepable(text)) {
      throw context.instantiationException(type, new IllegalArgumentException(UNSTORABLE));
    }
    try {
      return meaning.apply(text);
    } catch (DateTimeException | ArithmeticException other) {
      return type.cast(context.handleWeirdStringValue(type, text, "not of the form"));
    }
  }
}
