package dev.assay.workbook;

/**
 * Finds a document type declaration in a part, also in parts that are not read, for these are
 * handed on. UTF-16 and UTF-32 differ from UTF-8 by zero bytes alone in what is looked for.
 */
final class DoctypeScan {
  private static final byte[] MARK = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

  private int matched;
  private boolean found;

  /** Looks at more bytes of the part. */
  void add(byte[] bytes, int count) {
    for (int i = 0; i < count && !found; i++) {
      add(bytes[i]);
    }
  }

  private void add(byte next) {
    if (next == 0) {
      return;
    }
    byte upper = next >= 'a' && next <= 'z' ? (byte) (next - 'a' + 'A') : next;
    if (upper == MARK[matched]) {
      matched++;
      found = matched == MARK.length;
    } else {
      matched = upper == MARK[0] ? 1 : 0;
    }
    if (found) {
      matched = 0;
    }
  }

  boolean found() {
    return found;
  }
}
