package dev.assay.workbook;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Lead;
import java.time.Instant;
import java.util.Map;

/**
 * An example lead with the expected result.
 *
 * @param cell where it stands, for messages
 * @param activities as of {@link #AS_OF}
 * @param expected values by {@code score}, {@code fit}, {@code engagement}, {@code grade}, {@code
 *     band}, {@code stage} and {@code owner}; {@code -} means none; what is not named may be
 *     anything
 */
public record Case(
    String name,
    String sheet,
    String cell,
    Lead lead,
    Activities activities,
    Map<String, String> expected) {

  /** The moment as of which cases are assessed. Only the distance of events to it matters. */
  public static final Instant AS_OF = Instant.parse("2026-01-01T12:00:00Z");

  public Case {
    expected = Map.copyOf(expected);
  }
}
