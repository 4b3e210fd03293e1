package dev.assay.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Bounds the JSON of callers wherever it is read. Names are not interned: made-up ones would stay
 * in the table of the whole JVM, which is slow to grow. A name that stands twice in an object is
 * refused, since readers differ in which value counts.
 */
@Singleton
public class JsonLimits implements ObjectMapperCustomizer {

  /** Levels of objects and lists within each other. */
  public static final int DEPTH = 50;

  /** Bytes of one event or profile. */
  public static final int OBJECT_BYTES = 1 << 20;

  /** Members of one event or profile, those within members counted too. */
  public static final int OBJECT_MEMBERS = 1_000;

  /** Names, values and brackets in one call. */
  static final int TOKENS = 500_000;

  /** Characters of a name in an event or profile. */
  static final int NAME = 1_000;

  /** Characters of a name elsewhere: columns of files may be called by long names. */
  private static final int ANY_NAME = 200_000;

  /** Characters of a number. */
  static final int NUMBER = 200;

  /** Characters of a text, as many as a call may have: what it is in is refused for its bytes. */
  static final int TEXT = 8 << 20;

  @Override
  public void customize(ObjectMapper mapper) {
    mapper
        .getFactory()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxTokenCount(TOKENS)
                .maxNameLength(ANY_NAME)
                .maxNumberLength(NUMBER)
                .maxStringLength(TEXT)
                .build());
  }
}
