package dev.assay.workbook;

import dev.assay.assessment.Fade;

/** Takes what an action is given from its cell. */
final class ActionValues {
  private static final int LONGEST_TEXT = 200;
  private static final int MOST_POINTS = 1_000_000;

  private ActionValues() {}

  static Action read(ActionWord word, Cell cell) throws CellProblem {
    String expected = word.takes.expected;
    return switch (word.takes) {
      case POINTS -> number(word, cell, Values.integer(cell, -MOST_POINTS, MOST_POINTS, expected));
      case COUNT -> number(word, cell, Values.integer(cell, 1, MOST_POINTS, expected));
      case DAYS -> number(word, cell, Values.integer(cell, 1, Fade.MAX_DAYS, expected));
      case SCORE -> number(word, cell, Values.integer(cell, -MOST_POINTS, MOST_POINTS, expected));
      case CODE -> new Action(word, Values.code(cell, expected), null, cell.address());
      case TEXT, GROUP ->
          new Action(word, Values.text(cell, LONGEST_TEXT, expected), null, cell.address());
      case FADE -> {
        String text = Values.text(cell, LONGEST_TEXT, expected);
        if (Fade.parse(text) == null) {
          throw new CellProblem(expected, "Periods are 1 to 3650 days, percentages 1 to 100.");
        }
        yield new Action(word, text, null, cell.address());
      }
    };
  }

  private static Action number(ActionWord word, Cell cell, int number) {
    return new Action(word, Integer.toString(number), number, cell.address());
  }
}
