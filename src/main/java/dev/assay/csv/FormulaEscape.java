package dev.assay.csv;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheet programs from taking a text for a formula, and takes that back. An apostrophe
 * stands before what begins like a formula: at the start of the text, and wherever a program that
 * takes another character for the separator (semicolon, tab, bar, space) would begin a cell,
 * whatever quotation marks say. What programs skip before a formula (blanks, quotation marks,
 * characters without width) does not hide it. Where an apostrophe stands already another one is
 * added, so that each text can be restored.
 */
public final class FormulaEscape {

  /** Where some program begins a cell: after its separator, or in a new line. */
  private static final String CELL_START = "(?:^|[,;\\t|\\r\\n\\x0B\\f\\x85\\u2028\\u2029])";

  /** What may stand before a formula without hiding it. */
  private static final String SKIPPED = "[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]*+";

  /** In ASCII, and in the forms that some programs take for the same. */
  private static final String SIGNS =
      "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE62\uFE63\uFE66\uFE6B\u207A\u207B\u207C";

  private static final Pattern UNSAFE = pattern("");
  private static final Pattern ESCAPED = pattern("'");
  private static final Pattern SIGN = Pattern.compile("[" + SIGNS + "]");
  private static final Pattern FORMULA =
      Pattern.compile("^" + SKIPPED + "'*+[" + SIGNS + "].*", Pattern.DOTALL);

  private FormulaEscape() {}

  /** Behind a mere blank a sign counts unless another follows it, so "North - East" stays. */
  private static Pattern pattern(String mark) {
    String sign = "'*+[" + SIGNS + "]";
    return Pattern.compile(
        "(%s%s)%s(?=%s)|([\\s\\p{Z}]%s)%s(?=%s(?! ))"
            .formatted(CELL_START, SKIPPED, mark, sign, SKIPPED, mark, sign));
  }

  /** The text with an apostrophe before whatever begins like a formula. */
  public static String escape(String text) {
    return SIGN.matcher(text).find() ? UNSAFE.matcher(text).replaceAll("$1$2'") : text;
  }

  /** What {@link #escape} was given. */
  public static String restore(String text) {
    return text.indexOf('\'') < 0 ? text : ESCAPED.matcher(text).replaceAll("$1$2");
  }

  /** Whether the text as a whole begins like a formula. */
  public static boolean beginsFormula(String text) {
    return FORMULA.matcher(text).matches();
  }
}
