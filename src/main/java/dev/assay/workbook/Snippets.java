package dev.assay.workbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The closed language of technical rows. A snippet is either one of these forms or it is refused;
 * there is no way to say anything else.
 */
final class Snippets {
  private static final String FIELD = "([a-zA-Z]+(?:\\(\"[A-Za-z0-9_.-]+\"\\))?)";
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?:"
              + FIELD
              + " ?!= ?null ?(?:&&|,) ?)?"
              + FIELD
              + " ?(==|!=|>=|<=|>|<) ?(\"?)\\$param(\"?)");
  private static final Pattern FUNCTION =
      Pattern.compile("Text\\.(\\w+)\\( ?" + FIELD + " ?, ?\"\\$param\" ?\\)");
  private static final Pattern COUNT_WITHIN = Pattern.compile("countWithin\\( ?\\$1 ?, ?\\$2 ?\\)");
  private static final Pattern QUIET_FOR = Pattern.compile("quietFor\\( ?\\$param ?\\)");
  private static final Pattern ACTION =
      Pattern.compile("scorecard ?\\. ?(\\w+) ?\\( ?(\"?)\\$param(\"?) ?\\) ?;?");
  private static final Pattern OBJECT =
      Pattern.compile("(not )? ?(?:([a-z][A-Za-z0-9]*) ?: ?)?([A-Z][A-Za-z]+)(?: ?\\( ?\\))?");

  private static final int MAX_DAYS = 3_650;
  private static final int LONGEST = 200;

  /** Leads and scores always are there; whether a stage is claimed is known only at the end. */
  private static final List<FactType> MAY_BE_ABSENT =
      List.of(FactType.ACTIVITY, FactType.HISTORY, FactType.TRAIT);

  private Snippets() {}

  /** Makes a condition of what a data cell holds. */
  interface ConditionOf {
    Condition condition(Cell cell) throws CellProblem;
  }

  /**
   * A fact to look for.
   *
   * @param absent whether it must not be there
   */
  record ObjectCell(FactType fact, boolean absent, @Nullable String variable) {}

  static ObjectCell object(String text) throws CellProblem {
    Matcher object = OBJECT.matcher(normal(text));
    FactType fact = object.matches() ? FactType.of(object.group(3)) : null;
    boolean absent = object.matches() && object.group(1) != null;
    if (fact == null || (absent && !MAY_BE_ABSENT.contains(fact))) {
      throw new CellProblem(
          "a fact to look for, such as lead : Lead or not Trait",
          "Facts are %s; not stands before %s only."
              .formatted(words(List.of(FactType.values())), words(MAY_BE_ABSENT)));
    }
    return new ObjectCell(fact, absent, object.group(2));
  }

  static ConditionOf condition(FactType fact, String text) throws CellProblem {
    String snippet = normal(text);
    Matcher compared = COMPARED.matcher(snippet);
    if (compared.matches()
        && (compared.group(1) == null || compared.group(1).equals(compared.group(2)))
        && compared.group(4).equals(compared.group(5))) {
      Field field = field(fact, compared.group(2));
      boolean guarded = compared.group(1) != null;
      refuseUnguarded(fact, field, compared.group(3), guarded);
      return compared(field, compared.group(3), !compared.group(4).isEmpty());
    }
    Matcher function = FUNCTION.matcher(snippet);
    if (function.matches()) {
      return function(field(fact, function.group(2)), function.group(1));
    }
    boolean timed = fact == FactType.ACTIVITY || fact == FactType.HISTORY;
    if (timed && COUNT_WITHIN.matcher(snippet).matches()) {
      return Snippets::countWithin;
    }
    if (timed && QUIET_FOR.matcher(snippet).matches()) {
      return cell ->
          new Condition.QuietFor(Values.integer(cell, 1, MAX_DAYS, "a whole number of days"));
    }
    throw new CellProblem(
        "a condition on %s from the vocabulary".formatted(fact.word()),
        "Such as country == \"$param\", Text.in(country, \"$param\") or employees >= $param.");
  }

  static ActionWord action(String text) throws CellProblem {
    Matcher action = ACTION.matcher(normal(text));
    ActionWord word = action.matches() ? ActionWord.of(action.group(1)) : null;
    if (word == null) {
      throw new CellProblem(
          "an action from the vocabulary",
          "Such as " + ActionWord.ONCE.snippet() + " or " + ActionWord.REASON.snippet());
    }
    boolean quoted = !action.group(2).isEmpty();
    if (quoted != word.takes.quoted || !action.group(2).equals(action.group(3))) {
      throw new CellProblem(word.snippet(), "Write it exactly so.");
    }
    return word;
  }

  private static Field field(FactType fact, String name) throws CellProblem {
    Field field = Field.of(fact, name);
    if (field == null) {
      throw new CellProblem(
          "a field of " + fact.word(),
          "Fields are %s%s."
              .formatted(
                  fact.fields().keySet(),
                  fact == FactType.LEAD
                      ? "; other attributes are written text(\"plan\"), number(\"seats\"), flag(\"vip\")"
                      : ""));
    }
    return field;
  }

  /** To Drools an unknown field differs from every value; to us nothing holds of it. */
  private static void refuseUnguarded(FactType fact, Field field, String sign, boolean guarded)
      throws CellProblem {
    if (fact == FactType.LEAD && field.kind() != Field.Kind.TEXT && sign.equals("!=") && !guarded) {
      throw new CellProblem(
          "%1$s != null && %1$s != $param".formatted(field.name()),
          "Write it exactly so: else it would hold for leads of whom this is not known.");
    }
  }

  private static ConditionOf compared(Field field, String sign, boolean quoted) throws CellProblem {
    Comparison comparison = java.util.Objects.requireNonNull(Comparison.of(sign));
    if (field.kind() == Field.Kind.TEXT) {
      throw new CellProblem(
          "a function of Text",
          "Texts are compared ignoring case: write Text.is(%s, \"$param\")."
              .formatted(field.name()));
    }
    if (quoted != field.kind().quoted()
        || (comparison.ordersOnly() && field.kind() != Field.Kind.NUMBER)) {
      throw new CellProblem(
          "%s %s %s"
              .formatted(
                  field.name(),
                  field.kind() == Field.Kind.NUMBER ? sign : "==",
                  field.kind().quoted() ? "\"$param\"" : "$param"),
          "The field holds %s.".formatted(field.kind().expected));
    }
    return cell -> new Condition.Compared(field, comparison, value(field.kind(), cell));
  }

  private static Object value(Field.Kind kind, Cell cell) throws CellProblem {
    return switch (kind) {
      case NUMBER -> Values.number(cell, kind.expected);
      case FLAG -> Values.flag(cell);
      case CODE -> Values.code(cell, kind.expected);
      case TEXT, STAGE -> Values.compared(cell);
    };
  }

  private static ConditionOf function(Field field, String name) throws CellProblem {
    if (name.equals("presence")) {
      return cell -> new Condition.Known(field, present(cell));
    }
    TextOperator operator = TextOperator.of(name);
    if (operator == null || !field.kind().quoted()) {
      throw new CellProblem(
          "a function of Text on a field that holds text",
          "Functions are %s and presence."
              .formatted(
                  List.of(TextOperator.values()).stream().map(TextOperator::function).toList()));
    }
    return cell -> {
      List<String> expected = operator.expected(Values.compared(cell));
      if (expected.isEmpty()) {
        throw new CellProblem("at least one text", "Write texts with commas between them.");
      }
      return new Condition.Matched(field, operator, expected);
    };
  }

  private static boolean present(Cell cell) throws CellProblem {
    String text = Values.compared(cell);
    if (!text.equalsIgnoreCase("present") && !text.equalsIgnoreCase("absent")) {
      throw new CellProblem("present or absent", "Choose one, or leave the cell blank.");
    }
    return text.equalsIgnoreCase("present");
  }

  private static final Pattern TWO_NUMBERS = Pattern.compile("(\\d{1,6}) ?, ?(\\d{1,4})");

  private static Condition countWithin(Cell cell) throws CellProblem {
    Matcher two = TWO_NUMBERS.matcher(cell.text());
    String expected = "how often and in how many days, as in 5, 7";
    if (cell.kind() != Cell.Kind.TEXT || !two.matches()) {
      throw new CellProblem(expected, "Format the cell as text and write two whole numbers.");
    }
    int times = Integer.parseInt(two.group(1));
    int days = Integer.parseInt(two.group(2));
    if (times < 1 || days < 1 || days > MAX_DAYS) {
      throw new CellProblem(
          expected, "Both must be at least 1, the days at most %d.".formatted(MAX_DAYS));
    }
    return new Condition.CountWithin(times, days);
  }

  private static List<String> words(List<FactType> facts) {
    return facts.stream().map(FactType::word).toList();
  }

  private static String normal(String text) throws CellProblem {
    if (text.length() > LONGEST) {
      throw new CellProblem("a few words from the vocabulary", "No snippet is as long as this.");
    }
    if (SMART_QUOTES.matcher(text).find()) {
      throw new CellProblem(
          "straight quotation marks", "Write \" instead of curly ones, also around $param.");
    }
    return text.strip().replaceAll("\\s+", " ");
  }

  private static final Pattern SMART_QUOTES = Pattern.compile("[“”„‟‘’«»]");
}
