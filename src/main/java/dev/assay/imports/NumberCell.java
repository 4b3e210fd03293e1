package dev.assay.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number that means the same in every country. A point or comma before three digits is read
 * as a decimal sign here and as a separator of thousands there, so such a cell is no number until
 * somebody says which.
 */
final class NumberCell {

  /** Without separators of thousands, with a point before decimals. */
  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");

  /** What could be thousands as well: up to three digits, a point, and three digits. */
  private static final Pattern EITHER = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");

  /** Two groups of thousands or more, or one and decimals behind the other sign. */
  private static final Pattern COMMAS = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d{1,9})?");

  private static final Pattern POINTS = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d{1,9})?");

  private static final int DIGITS = 15;

  private NumberCell() {}

  /** The number, null if the cell is none or may be read in two ways. */
  static @Nullable JsonNode read(String cell) {
    if (PLAIN.matcher(cell).matches()) {
      return EITHER.matcher(cell).matches() ? null : number(cell);
    }
    if (COMMAS.matcher(cell).matches()) {
      return onlyOneSign(cell) ? null : number(cell.replace(",", ""));
    }
    if (POINTS.matcher(cell).matches()) {
      return onlyOneSign(cell) ? null : number(cell.replace(".", "").replace(',', '.'));
    }
    return null;
  }

  private static boolean onlyOneSign(String cell) {
    return cell.chars().filter(sign -> sign == ',' || sign == '.').count() == 1;
  }

  private static @Nullable JsonNode number(String plain) {
    int point = plain.indexOf('.');
    if ((point < 0 ? plain : plain.substring(0, point)).replace("-", "").length() > DIGITS) {
      return null;
    }
    return point < 0
        ? LongNode.valueOf(Long.parseLong(plain))
        : DecimalNode.valueOf(new BigDecimal(plain));
  }
}
