package dev.assay.advice;

import dev.assay.workbook.Condition.Compared;
import dev.assay.workbook.Field;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/**
 * The numbers from {@code least} to {@code most}, both included, without some. TRUE and FALSE are 1
 * and 0.
 */
record Range(double least, double most, boolean whole, Set<Double> without) implements Domain {

  Range {
    without = Set.copyOf(without);
  }

  /** Everything that the field can be. */
  static Range of(Field field) {
    return switch (field.kind()) {
      case FLAG -> new Range(0, 1, true, Set.of());
      default ->
          new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, field.whole(), Set.of());
    };
  }

  /** What is left of it under one more condition. */
  Range and(Compared condition) {
    double is =
        condition.expected() instanceof Boolean flag
            ? (flag ? 1 : 0)
            : ((Number) condition.expected()).doubleValue();
    return switch (condition.comparison()) {
      case EQUAL -> from(is).to(is);
      case NOT_EQUAL -> but(is);
      case AT_LEAST -> from(whole ? Math.ceil(is) : is);
      case AT_MOST -> to(whole ? Math.floor(is) : is);
      case MORE_THAN -> from(whole ? Math.floor(is) + 1 : Math.nextUp(is));
      case LESS_THAN -> to(whole ? Math.ceil(is) - 1 : Math.nextDown(is));
    };
  }

  private Range from(double number) {
    return new Range(Math.max(least, number), most, whole, without);
  }

  private Range to(double number) {
    return new Range(least, Math.min(most, number), whole, without);
  }

  private Range but(double number) {
    Set<Double> more = new TreeSet<>(without);
    more.add(number);
    return new Range(least, most, whole, more);
  }

  @Override
  public boolean isEmpty() {
    if (least > most || (whole && least == most && least != Math.rint(least))) {
      return true;
    }
    if (!whole) {
      return least == most && without.contains(least);
    }
    // At each end numbers may be taken out one by one.
    double first = least;
    while (first <= most && without.contains(first)) {
      first++;
    }
    return first > most;
  }

  @Override
  public boolean within(Domain other) {
    return other instanceof Range range
        && range.least <= least
        && most <= range.most
        && range.without.stream()
            .allMatch(gap -> gap < least || gap > most || without.contains(gap));
  }

  boolean has(double number) {
    return least <= number && number <= most && !without.contains(number);
  }

  /** Such as {@code from 200 to 499}. */
  String words() {
    if (least == Double.NEGATIVE_INFINITY) {
      return most == Double.POSITIVE_INFINITY ? "any" : "up to " + plain(most);
    }
    if (most == Double.POSITIVE_INFINITY) {
      return "from " + plain(least);
    }
    return least == most ? plain(least) : "from %s to %s".formatted(plain(least), plain(most));
  }

  /** In plain digits; what lies next to a short number is written as that number. */
  static String plain(double number) {
    String digits = digits(number);
    for (double near : new double[] {Math.nextUp(number), Math.nextDown(number)}) {
      if (digits(near).length() + 6 < digits.length()) {
        return "just %s %s".formatted(near > number ? "below" : "above", digits(near));
      }
    }
    return digits;
  }

  private static String digits(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
