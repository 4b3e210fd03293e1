package dev.assay.workbook;

import java.util.regex.Pattern;

/** What looks like nothing or like a blank, but is something else to a computer. */
final class Blanks {
  /** Invisible characters. The two joiners are left out: scripts and emoji need them. */
  static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\u200c\u200d]]");

  private Blanks() {}

  /** The text without anything blank or invisible around it, and with plain blanks inside. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isNothing(text.charAt(from))) {
      from++;
    }
    while (to > from && isNothing(text.charAt(to - 1))) {
      to--;
    }
    StringBuilder plain = new StringBuilder(text.substring(from, to));
    for (int i = 0; i < plain.length(); i++) {
      if (Character.isSpaceChar(plain.charAt(i))) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }

  private static boolean isNothing(char c) {
    return c == ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
