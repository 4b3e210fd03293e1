package dev.assay.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people write them. Which of point and comma parts thousands depends on where
 * they are; so only what is the same number everywhere is read, and nothing is guessed.
 */
final class Numbers {
  /** Digits, and decimals behind a point. */
  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");

  private static final Pattern COMMA = Pattern.compile("-?(0|[1-9]\\d{0,14}),\\d{1,9}");

  /** Three digits behind one separator: decimals to some people, to others the last of a number. */
  private static final Pattern TWO_NUMBERS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

  /** What comes twice parts thousands. */
  private static final Pattern GROUPS =
      Pattern.compile("-?[1-9]\\d{0,2}((,\\d{3}){2,4}|(\\.\\d{3}){2,4})");

  /** Where both come, the last one stands before the decimals. */
  private static final Pattern GROUPS_AND_DECIMALS =
      Pattern.compile("-?[1-9]\\d{0,2}((,\\d{3}){1,4}\\.|(\\.\\d{3}){1,4},)\\d{1,9}");

  private static final Set<String> WHOLE = Set.of("employees");
  private static final Set<String> DECIMAL = Set.of("yearsOfExperience", "revenue", "budget");

  private Numbers() {}

  /** Whether a field of a profile is a number. */
  static boolean is(String field) {
    return WHOLE.contains(field) || DECIMAL.contains(field);
  }

  /** The number of such a field; null if the cell is not plainly one that the field can hold. */
  static @Nullable JsonNode read(String field, String cell) {
    JsonNode plain = plain(cell);
    JsonNode number = plain == null && !isTwo(cell) ? separated(cell) : plain;
    return number != null && WHOLE.contains(field) && !number.isIntegralNumber()
        ? whole(number.decimalValue())
        : number;
  }

  /** The number where it is written as machines write it; null if it is not. */
  static @Nullable JsonNode plain(String cell) {
    if (!PLAIN.matcher(cell).matches() || isTwo(cell)) {
      return null;
    }
    return cell.indexOf('.') < 0
        ? LongNode.valueOf(Long.parseLong(cell))
        : DecimalNode.valueOf(new BigDecimal(cell));
  }

  private static @Nullable JsonNode separated(String cell) {
    if (GROUPS.matcher(cell).matches()) {
      return LongNode.valueOf(Long.parseLong(digits(cell)));
    }
    if (COMMA.matcher(cell).matches() || GROUPS_AND_DECIMALS.matcher(cell).matches()) {
      int decimals = Math.max(cell.lastIndexOf(','), cell.lastIndexOf('.'));
      String number = digits(cell.substring(0, decimals)) + "." + cell.substring(decimals + 1);
      return DecimalNode.valueOf(new BigDecimal(number));
    }
    return null;
  }

  private static @Nullable JsonNode whole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 ? LongNode.valueOf(number.longValue()) : null;
  }

  /** Whether the cell is one number to some people and another one to others. */
  static boolean isTwo(String cell) {
    return TWO_NUMBERS.matcher(cell).matches();
  }

  /** What such a cell may mean, and how to write the one that is meant. */
  static String twoNumbers(String cell) {
    BigDecimal small = new BigDecimal(cell.replace(',', '.')).stripTrailingZeros();
    String shown = small.setScale(Math.max(0, small.scale())).toPlainString();
    String unmistakable = small.scale() == 3 ? shown + "0" : shown;
    String large = digits(cell);
    return "%s or %s; write %s or %s".formatted(large, shown, large, unmistakable);
  }

  /** What is wrong with the cell of such a field, reading on from the name of the field. */
  static String expected(String field, String cell) {
    if (isTwo(cell)) {
      return "must be one number, but this may mean " + twoNumbers(cell);
    }
    String wanted =
        WHOLE.contains(field)
            ? "must be a whole number such as 1234"
            : "must be a number such as 1234 or 1234.5";
    OptionalInt odd = cell.codePoints().filter(one -> one > 0x7F).findFirst();
    return odd.isEmpty()
        ? wanted
        : "%s, without U+%04X (%s)"
            .formatted(wanted, odd.getAsInt(), Character.getName(odd.getAsInt()));
  }

  private static String digits(String cell) {
    return cell.replace(",", "").replace(".", "");
  }
}
