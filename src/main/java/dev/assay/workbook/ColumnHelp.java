package dev.assay.workbook;

import dev.assay.workbook.WorkbookWriter.Column;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet program can tell people about the cells of a column.
 *
 * @param comment on the label
 * @param offer what to choose from
 */
record ColumnHelp(String comment, Offer offer) {

  /** What the program offers or checks as one types. */
  sealed interface Offer {}

  /** Nothing. */
  record Anything() implements Offer {}

  /** One of a few words and nothing else. */
  record Words(List<String> words) implements Offer {}

  /** What stands in a list elsewhere in the workbook; others may be written as well. */
  record Listed(Lists list) implements Offer {}

  /** A number; whole ones within bounds where these are given. */
  record Numbers(@Nullable Integer least, @Nullable Integer most) implements Offer {}

  /** The lists of a workbook. */
  enum Lists {
    TRAITS,
    STAGES,
    GROUPS,
    EVENT_TYPES,
    FADES,
    FACTS,
    SNIPPETS
  }

  private static final Pattern NUMBER = Pattern.compile(".*(==|!=|>=|<=|>|<) ?\\$param");
  private static final int MOST_POINTS = 1_000_000;
  private static final int MOST_DAYS = 3_650;

  static ColumnHelp of(Column column) {
    return column.object() == null ? action(column) : condition(column.object(), column.snippet());
  }

  private static ColumnHelp action(Column column) {
    for (ActionWord word : ActionWord.values()) {
      if (word.snippet().equals(column.snippet())) {
        return new ColumnHelp(
            "%s: %s. Write %s.".formatted(column.label(), word.does(), word.takes()), offer(word));
      }
    }
    return new ColumnHelp(column.label(), new Anything());
  }

  private static Offer offer(ActionWord word) {
    return switch (word) {
      case ONCE, EACH, LEAVE_BELOW -> new Numbers(-MOST_POINTS, MOST_POINTS);
      case AT_MOST -> new Numbers(1, MOST_POINTS);
      case WITHIN -> new Numbers(1, MOST_DAYS);
      case FADE -> new Listed(Lists.FADES);
      case GROUP -> new Listed(Lists.GROUPS);
      case TRAIT, REASON, GRADE, BAND, QUALIFY, ASSIGN -> new Anything();
    };
  }

  private static ColumnHelp condition(String object, String snippet) {
    String about = "Holds for " + object.replaceFirst("^.*: ?", "") + " ";
    if (snippet.startsWith("Text.presence")) {
      return new ColumnHelp(
          about + "when it is known, or is not. Write present or absent.",
          new Words(List.of("present", "absent")));
    } else if (snippet.startsWith("Text.")) {
      String function = snippet.substring(5, snippet.indexOf('('));
      TextOperator operator = TextOperator.of(function);
      return operator == null
          ? new ColumnHelp(about, new Anything())
          : new ColumnHelp(
              about
                  + "when the text %s, whatever the case. Write %s."
                      .formatted(
                          operator.meaning(),
                          operator.single() ? "a text" : "one or more, with commas between"),
              new Anything());
    } else if (snippet.startsWith("countWithin")) {
      return new ColumnHelp(
          about + "that happened so often in so many days. Write how often and days, as in 5, 7.",
          new Anything());
    } else if (snippet.startsWith("quietFor")) {
      return new ColumnHelp(
          about + "that happened, but not for so many days. Write days.",
          new Numbers(1, MOST_DAYS));
    } else if (snippet.startsWith("type ")) {
      return new ColumnHelp(
          about + "of this event type. Write its name.", new Listed(Lists.EVENT_TYPES));
    } else if (snippet.startsWith("name ")) {
      return new ColumnHelp(
          about + "of this name. Write a name from the sheet Traits.", new Listed(Lists.TRAITS));
    } else if (snippet.startsWith("stage ")) {
      return new ColumnHelp(
          about + "of this stage. Write a stage from the sheet Stages.", new Listed(Lists.STAGES));
    } else if (snippet.startsWith("doNotContact") || snippet.startsWith("flag(")) {
      return new ColumnHelp(
          about + "when it is so. Write TRUE or FALSE.", new Words(List.of("TRUE", "FALSE")));
    }
    return new ColumnHelp(
        about + "when the number compares so. Write a number.",
        NUMBER.matcher(snippet).matches() ? new Numbers(null, null) : new Anything());
  }
}
