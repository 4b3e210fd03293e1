package dev.assay.target;

/** Makes one line of text that is short enough out of whatever was sent of a lead. */
final class Line {

  private Line() {}

  /** At most so many characters, without control characters, line breaks or halves of pairs. */
  static String of(String text, int most) {
    StringBuilder line = new StringBuilder();
    text.codePoints().limit(4L * most).map(Line::shown).forEach(line::appendCodePoint);
    String whole = line.toString().strip();
    return clip(whole, most);
  }

  /** At most so many characters, an ellipsis in place of the rest. */
  static String clip(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  /** Marks that turn the direction of text could make a name read as something else. */
  private static int shown(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
        ? ' '
        : point;
  }
}
