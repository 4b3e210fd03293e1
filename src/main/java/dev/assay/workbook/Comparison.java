package dev.assay.workbook;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Comparisons of numbers, names and flags, written as in Java. */
@SuppressWarnings("ImmutableEnumChecker") // nothing changes once the class is loaded
public enum Comparison {
  EQUAL("==", order -> order == 0),
  NOT_EQUAL("!=", order -> order != 0),
  AT_LEAST(">=", order -> order >= 0),
  AT_MOST("<=", order -> order <= 0),
  MORE_THAN(">", order -> order > 0),
  LESS_THAN("<", order -> order < 0);

  private final String sign;
  private final IntPredicate holds;

  Comparison(String sign, IntPredicate holds) {
    this.sign = sign;
    this.holds = holds;
  }

  public String sign() {
    return sign;
  }

  boolean holds(@Nullable Object value, Object expected) {
    if (value == null) {
      return false;
    }
    if (value instanceof Number number && expected instanceof Number other) {
      return holds.test(Double.compare(number.doubleValue(), other.doubleValue()));
    }
    return holds.test(value.equals(expected) ? 0 : 1);
  }

  boolean ordersOnly() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  static @Nullable Comparison of(String sign) {
    for (Comparison comparison : values()) {
      if (comparison.sign.equals(sign)) {
        return comparison;
      }
    }
    return null;
  }
}
