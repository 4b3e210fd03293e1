package dev.assay.workbook;

import java.util.ArrayList;
import java.util.List;

/** Everything that technical rows can say, with examples. */
public final class Vocabulary {

  /**
   * A snippet.
   *
   * @param cell what the cells of such a column hold
   * @param meaning of a condition, when it holds; of an action, what it does
   */
  public record Word(String snippet, String cell, String meaning) {}

  private Vocabulary() {}

  /** The forms of conditions, each with a field for which it makes sense. */
  public static List<Word> conditions() {
    List<Word> words = new ArrayList<>();
    for (Comparison comparison : Comparison.values()) {
      if (comparison.ordersOnly()) {
        words.add(
            new Word(
                "employees %s $param".formatted(comparison.sign()),
                "a number",
                "the number compares so"));
      }
    }
    words.add(new Word("employees == $param", "a number", "they are equal; also `!=`"));
    words.add(
        new Word(
            "employees != null && employees != $param",
            "a number",
            "it is known and another; so for every number, true/false or name of a Lead"));
    words.add(new Word("doNotContact == $param", "TRUE or FALSE", "they are equal"));
    words.add(
        new Word(
            "type == \"$param\"",
            "a name in lower case",
            "they are equal; also `!=`; for event types, traits and stages"));
    for (TextOperator operator : TextOperator.values()) {
      words.add(
          new Word(
              "Text.%s(title, \"$param\")".formatted(operator.function()),
              operator.single() ? "a text" : "texts with commas between",
              "the text %s, whatever the case".formatted(operator.meaning())));
    }
    words.add(
        new Word(
            "Text.presence(phone, \"$param\")",
            "present or absent",
            "the field is known, or is not"));
    words.add(
        new Word(
            "countWithin($1, $2)",
            "two numbers, as in 5, 7",
            "it happened at least 5 times in the last 7 days; of an Activity or the History"));
    words.add(
        new Word(
            "quietFor($param)",
            "days",
            "it happened before, but not for so many days; of an Activity or the History"));
    return words;
  }

  /** All actions. */
  public static List<Word> actions() {
    return java.util.Arrays.stream(ActionWord.values())
        .map(word -> new Word(word.snippet(), word.takes(), word.does()))
        .toList();
  }
}
