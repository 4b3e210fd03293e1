package dev.assay.csv;

/** A file cannot be read as CSV; the message says where and why. */
public final class UnreadableCsv extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableCsv(String message) {
    super(message);
  }
}
