package dev.assay.csv;

import java.nio.charset.StandardCharsets;

/** Finds out how a file parts its cells, and whether it is text at all. */
final class Delimiters {
  private static final char[] CANDIDATES = {',', ';', '\t'};

  private Delimiters() {}

  /** The candidate that stands most often in the first line outside of quotation marks. */
  static char guess(byte[] beginning) {
    int[] found = new int[CANDIDATES.length];
    boolean quoted = false;
    boolean begun = false;
    for (char c : new String(beginning, StandardCharsets.ISO_8859_1).toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (begun) {
          break;
        }
        continue;
      }
      begun = true;
      for (int i = 0; i < CANDIDATES.length && !quoted; i++) {
        found[i] += c == CANDIDATES[i] ? 1 : 0;
      }
    }
    int best = 0;
    for (int i = 1; i < found.length; i++) {
      best = found[i] > found[best] ? i : best;
    }
    return CANDIDATES[best];
  }

  /** Says what a file is that is plainly no UTF-8 text. */
  static void refuseOthers(byte[] beginning) throws UnreadableCsv {
    if (startsWith(beginning, 0xFE, 0xFF) || startsWith(beginning, 0xFF, 0xFE)) {
      throw new UnreadableCsv("The file is UTF-16 text; save it as CSV UTF-8.");
    }
    if (startsWith(beginning, 'P', 'K')) {
      throw new UnreadableCsv("The file is a workbook or archive; save its sheet as CSV UTF-8.");
    }
    for (byte one : beginning) {
      if (one == 0) {
        throw new UnreadableCsv(
            "The file holds NUL bytes, so it is no text; save it as CSV UTF-8.");
      }
    }
  }

  /** Bytes of a byte order mark of UTF-8 at the beginning. */
  static int markLength(byte[] beginning) {
    return startsWith(beginning, 0xEF, 0xBB) && beginning.length > 2 && beginning[2] == (byte) 0xBF
        ? 3
        : 0;
  }

  private static boolean startsWith(byte[] beginning, int first, int second) {
    return beginning.length >= 2 && beginning[0] == (byte) first && beginning[1] == (byte) second;
  }
}
