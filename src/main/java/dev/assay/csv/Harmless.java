package dev.assay.csv;

/** Keeps spreadsheet programs from taking a text for a formula, and takes that back. */
public final class Harmless {
  private static final String STARTS_FORMULA = "=+-@\t\r\n";
  private static final char MARK = '\'';

  private Harmless() {}

  /** The text, behind an apostrophe where it begins like a formula. */
  public static String text(String text) {
    return beginsFormula(text, 0) ? MARK + text : text;
  }

  /** What {@link #text} was given. */
  public static String restored(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK && beginsFormula(text, 1)
        ? text.substring(1)
        : text;
  }

  private static boolean beginsFormula(String text, int at) {
    return text.length() > at && STARTS_FORMULA.indexOf(text.charAt(at)) >= 0;
  }
}
