package dev.assay.workbook;

import dev.assay.assessment.Activity;
import dev.assay.assessment.History;
import dev.assay.assessment.Text;
import java.util.List;

/** A test of one fact. Two conditions that say the same are equal. */
public sealed interface Condition {

  /** Whether the fact, which must be of the pattern's type, fulfils it. */
  boolean holds(Object fact);

  /** The condition in words; equal conditions have equal words, different ones different words. */
  String words();

  /**
   * A field against a number, a name, or true/false.
   *
   * @param expected a {@link Double}, {@link String} or {@link Boolean}
   */
  record Compared(Field field, Comparison comparison, Object expected) implements Condition {
    @Override
    public boolean holds(Object fact) {
      return comparison.holds(field.read().apply(fact), expected);
    }

    @Override
    public String words() {
      return field.name() + " " + comparison.sign() + " " + expected;
    }
  }

  /**
   * A text against other texts.
   *
   * @param expected folded for comparison
   */
  record Matched(Field field, TextOperator operator, List<String> expected) implements Condition {
    @Override
    public boolean holds(Object fact) {
      return operator.holds(field.read().apply(fact), expected);
    }

    @Override
    public String words() {
      return field.name() + " " + operator.function() + " " + expected;
    }
  }

  /** Whether a field is known. */
  record Known(Field field, boolean present) implements Condition {
    @Override
    public boolean holds(Object fact) {
      return Text.isPresent(field.read().apply(fact)) == present;
    }

    @Override
    public String words() {
      return field.name() + (present ? " present" : " absent");
    }
  }

  /** At least so many occurrences in the last so many days. */
  record CountWithin(int times, int days) implements Condition {
    @Override
    public boolean holds(Object fact) {
      return fact instanceof Activity activity
          ? activity.countWithin(times, days)
          : ((History) fact).countWithin(times, days);
    }

    @Override
    public String words() {
      return "countWithin %d times, %d days".formatted(times, days);
    }
  }

  /** No occurrence for so many days, but some before. */
  record QuietFor(int days) implements Condition {
    @Override
    public boolean holds(Object fact) {
      return fact instanceof Activity activity
          ? activity.quietFor(days)
          : ((History) fact).quietFor(days);
    }

    @Override
    public String words() {
      return "quietFor %d days".formatted(days);
    }
  }
}
