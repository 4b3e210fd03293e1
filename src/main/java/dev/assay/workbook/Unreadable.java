package dev.assay.workbook;

/** The file is hostile or damaged: nothing further can be said about it. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  final transient WorkbookError error;

  Unreadable(WorkbookError error) {
    super(error.expected());
    this.error = error;
  }

  static Unreadable file(String expected, String hint) {
    return new Unreadable(WorkbookError.ofFile(expected, hint));
  }

  static Unreadable damaged() {
    return file(
        "an intact .xlsx file", "The file is damaged: save it again from the spreadsheet program.");
  }
}
