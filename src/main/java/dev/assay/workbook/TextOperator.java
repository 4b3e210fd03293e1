package dev.assay.workbook;

import dev.assay.assessment.Text;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comparisons of text; each is a function of {@link Text} and means the same. */
@SuppressWarnings("ImmutableEnumChecker") // nothing changes once the class is loaded
public enum TextOperator {
  IS("is", "is the text", String::equals, false, true),
  IS_NOT("isNot", "is known and is not the text", String::equals, true, true),
  IN("in", "is one of the texts", String::equals, false, false),
  NOT_IN("notIn", "is known and is none of the texts", String::equals, true, false),
  STARTS_WITH("startsWith", "starts with one of the texts", String::startsWith, false, false),
  ENDS_WITH("endsWith", "ends with one of the texts", String::endsWith, false, false),
  CONTAINS("contains", "contains one of the texts", String::contains, false, false),
  CONTAINS_NONE(
      "containsNone", "is known and contains none of the texts", String::contains, true, false),
  HAS_WORD("hasWord", "has one of the words or phrases", Text::standsIn, false, false),
  LACKS_WORD(
      "lacksWord", "is known and has none of the words or phrases", Text::standsIn, true, false);

  private final String function;
  private final String meaning;
  private final Text.Comparison comparison;
  private final boolean negated;
  private final boolean single;

  TextOperator(
      String function,
      String meaning,
      Text.Comparison comparison,
      boolean negated,
      boolean single) {
    this.function = function;
    this.meaning = meaning;
    this.comparison = comparison;
    this.negated = negated;
    this.single = single;
  }

  /** Its name in snippets. */
  public String function() {
    return function;
  }

  /** When it holds, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Whether the cell holds one text rather than several between commas. */
  public boolean single() {
    return single;
  }

  List<String> expected(String cell) {
    return single ? List.of(Text.fold(cell)) : Text.alternatives(cell);
  }

  /**
   * Whether it holds of the value, a text or a collection of texts.
   *
   * @param expected folded for comparison
   */
  public boolean holds(@Nullable Object value, Collection<String> expected) {
    return negated
        ? Text.isPresent(value) && !Text.any(value, expected, comparison)
        : Text.any(value, expected, comparison);
  }

  static @Nullable TextOperator of(String function) {
    for (TextOperator operator : values()) {
      if (operator.function.equals(function)) {
        return operator;
      }
    }
    return null;
  }
}
