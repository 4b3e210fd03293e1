package dev.assay.workbook;

import org.jspecify.annotations.Nullable;

/** The closed list of what a row can do; each is a method of the scorecard. */
public enum ActionWord {
  ONCE("once", Takes.POINTS, "gives the points once, however often it happened"),
  EACH("each", Takes.POINTS, "gives the points for each occurrence of the activity"),
  AT_MOST("atMost", Takes.COUNT, "counts only so many occurrences, the latest"),
  WITHIN("within", Takes.DAYS, "counts only occurrences of the last so many days"),
  FADE("fade", Takes.FADE, "lets the points of each occurrence shrink with its age"),
  REASON("reason", Takes.TEXT, "tells sales why; needed wherever points are given"),
  GROUP("group", Takes.GROUP, "puts the points under a group of the Groups sheet"),
  TRAIT("trait", Takes.CODE, "asserts a trait that other rows can ask for"),
  GRADE("grade", Takes.TEXT, "gives the grade; of several rows the uppermost decides"),
  BAND("band", Takes.TEXT, "gives the band; of several rows the uppermost decides"),
  QUALIFY("qualify", Takes.TEXT, "qualifies the lead for a stage"),
  LEAVE_BELOW("leaveBelow", Takes.SCORE, "keeps the lead in the stage down to this score"),
  ASSIGN("assign", Takes.TEXT, "names the owner or queue; of several rows the uppermost decides");

  /** What the cells of such a column hold. */
  enum Takes {
    POINTS("whole points between -1000000 and 1000000", false),
    COUNT("a whole number of at least 1", false),
    DAYS("a whole number of days between 1 and 3650", false),
    SCORE("a whole number", false),
    TEXT("a text of at most 200 characters", true),
    CODE("a name of lower-case letters, digits, _ - or .", true),
    GROUP("a name from the Groups sheet", true),
    FADE("such as 50% per 90 days, or half-life 30 days", true);

    final String expected;
    final boolean quoted;

    Takes(String expected, boolean quoted) {
      this.expected = expected;
      this.quoted = quoted;
    }
  }

  private final String method;
  private final String does;
  final Takes takes;

  ActionWord(String method, Takes takes, String does) {
    this.method = method;
    this.takes = takes;
    this.does = does;
  }

  /** Its name in snippets and on the scorecard. */
  public String method() {
    return method;
  }

  /** What it does, in a few words. */
  public String does() {
    return does;
  }

  /** What a cell of such a column holds. */
  public String takes() {
    return takes.expected;
  }

  /** The snippet of such a column. */
  public String snippet() {
    return "scorecard.%s(%s);".formatted(method, takes.quoted ? "\"$param\"" : "$param");
  }

  static @Nullable ActionWord of(String method) {
    for (ActionWord word : values()) {
      if (word.method.equals(method)) {
        return word;
      }
    }
    return null;
  }
}
