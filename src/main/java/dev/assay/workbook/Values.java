package dev.assay.workbook;

import java.util.regex.Pattern;

/** Takes typed values from cells. */
final class Values {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([,.'’ \u00a0\u202f]\\d{3})+");
  private static final Pattern QUOTED =
      Pattern.compile("[\"'“”„‟‘’«»].*|.*[“”„‟«»].*", Pattern.DOTALL);
  private static final Pattern BREAKING = Pattern.compile("[\"\\\\\\p{Cntrl}&&[^\n]]");

  private static final int LONGEST_NUMBER = 40;

  private Values() {}

  static double number(Cell cell, String expected) throws CellProblem {
    refuseUntyped(cell, expected);
    if (cell.kind() == Cell.Kind.NUMBER) {
      return cell.number();
    }
    boolean shortText = cell.text().length() <= LONGEST_NUMBER;
    // 1.000 is a thousand to some and one to others, so it is neither.
    boolean grouped = shortText && GROUPED.matcher(cell.text()).matches();
    if (cell.kind() == Cell.Kind.TEXT
        && shortText
        && !grouped
        && NUMBER.matcher(cell.text()).matches()) {
      return Double.parseDouble(cell.text());
    }
    String hint =
        grouped
            ? "Write the number without separators between thousands, as in 1000."
            : "Write a number, or leave the cell blank.";
    throw new CellProblem(expected, hint);
  }

  static int integer(Cell cell, int least, int most, String expected) throws CellProblem {
    double number = number(cell, expected);
    if (number != Math.rint(number) || number < least || number > most) {
      throw new CellProblem(
          expected, "Write a whole number between %d and %d.".formatted(least, most));
    }
    return (int) number;
  }

  static boolean flag(Cell cell) throws CellProblem {
    refuseUntyped(cell, "TRUE or FALSE");
    if (cell.text().equalsIgnoreCase("true") || cell.text().equalsIgnoreCase("false")) {
      return cell.text().equalsIgnoreCase("true");
    }
    throw new CellProblem("TRUE or FALSE", "Write TRUE or FALSE, or leave the cell blank.");
  }

  static String code(Cell cell, String expected) throws CellProblem {
    refuseUntyped(cell, expected);
    if (!CODE.matcher(cell.text()).matches()) {
      throw new CellProblem(
          expected, "Use lower-case letters, digits, _ - and . only, starting with a letter.");
    }
    return cell.text();
  }

  /** A text that conditions compare with. */
  static String compared(Cell cell) throws CellProblem {
    String text = text(cell, Limits.TEXT_CHARACTERS, "a text");
    if (QUOTED.matcher(text).matches()) {
      throw new CellProblem("a text without quotation marks", "Remove the quotation marks.");
    }
    return text;
  }

  /** A text for people. */
  static String text(Cell cell, int longest, String expected) throws CellProblem {
    refuseUntyped(cell, expected);
    if (cell.text().length() > longest) {
      throw new CellProblem(expected, "Shorten it to %d characters.".formatted(longest));
    }
    if (Blanks.INVISIBLE.matcher(cell.text()).find()) {
      throw new CellProblem(
          "a text without invisible characters", "Clear the cell and type the text again.");
    }
    if (BREAKING.matcher(cell.text()).find()) {
      throw new CellProblem(
          "a text without \" and \\",
          "Remove them, also tabs and control characters; ' may stand in a reason.");
    }
    if (cell.text().indexOf('\n') >= 0) {
      throw new CellProblem("a text on one line", "Remove the line break from the cell.");
    }
    return cell.text();
  }

  private static void refuseUntyped(Cell cell, String expected) throws CellProblem {
    switch (cell.kind()) {
      case FORMULA ->
          throw new CellProblem(
              expected, "Formulas are not evaluated: paste the value (Paste Special, Values).");
      case FAULT -> throw new CellProblem(expected, "The cell shows an error: write the value.");
      case DATE ->
          throw new CellProblem(
              expected,
              "The cell is formatted as a date: set its format to General and write it again.");
      case PERCENT ->
          throw new CellProblem(
              expected,
              "The cell is formatted as a percentage: set its format to General and write it again.");
      default -> {}
    }
  }
}
