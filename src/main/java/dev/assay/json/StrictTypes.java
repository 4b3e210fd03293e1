package dev.assay.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.assay.time.Rfc3339;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes what callers send to the letter, wherever it is read into a type: 1.5 is no whole number
 * and is not made one, a text is no number and an empty one not nothing, lists and maps hold no
 * null, and nothing follows the value that is read. A caller who meant something else is told,
 * since what is bent into shape does something that nobody asked for.
 */
@Singleton
public class StrictTypes implements ObjectMapperCustomizer {

  /** After the library's readers of times, which take numbers too. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  @SuppressWarnings("deprecation") // The mapper is built already.
  public void customize(ObjectMapper mapper) {
    mapper
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
        .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .registerModule(
            new SimpleModule("texts")
                .addDeserializer(String.class, new ReadText<>(String.class, text -> text))
                .addDeserializer(Instant.class, new ReadText<>(Instant.class, Rfc3339::parse))
                .addDeserializer(Duration.class, new ReadText<>(Duration.class, Duration::parse)));
  }
}
