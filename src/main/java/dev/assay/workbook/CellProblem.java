package dev.assay.workbook;

/** A cell cannot be understood; says what was expected there and what to do. */
final class CellProblem extends Exception {
  private static final long serialVersionUID = 1L;

  final String expected;
  final String hint;

  CellProblem(String expected, String hint) {
    super(expected);
    this.expected = expected;
    this.hint = hint;
  }
}
