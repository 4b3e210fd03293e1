package dev.assay.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code docs/vocabulary.md} from the vocabulary itself. Run its main method to renew the
 * page.
 */
final class VocabularyPage {
  static final Path FILE = Path.of("docs", "vocabulary.md");

  private VocabularyPage() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(FILE, page());
  }

  static String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # The vocabulary of the workbook

        Every condition and every action that a sheet can use. This page is written from the code; a test fails when it is stale.

        ## What conditions can ask about

        A condition column has the fact in the object row, such as `lead : Lead`, and the condition in the snippet row. Neighbouring
        columns whose object cells are merged ask about the same fact. `not Activity` and `not Trait` hold when no such fact is there.
        Nothing holds for an unknown value, except that it is absent.

        | fact | field | holds |
        |---|---|---|
        """);
    for (FactType fact : FactType.values()) {
      String name = "`%s`, %s".formatted(fact.word(), fact.about());
      for (Field field : fact.fields().values()) {
        page.append("| %s | `%s` | %s |%n".formatted(name, field.name(), field.kind().expected));
        name = "";
      }
    }
    page.append(
        """
        | | `text("plan")`, `number("seats")`, `flag("vip")` of a Lead | any other attribute, by its name |

        ## Conditions

        | snippet | the cell | holds when |
        |---|---|---|
        """);
    for (Comparison comparison : Comparison.values()) {
      if (comparison.ordersOnly()) {
        row(
            page,
            "employees %s $param".formatted(comparison.sign()),
            "a number",
            "the number compares so");
      }
    }
    row(page, "employees == $param", "a number", "they are equal; also `!=`");
    row(page, "doNotContact == $param", "TRUE or FALSE", "they are equal; also `!=`");
    row(
        page,
        "type == \"$param\"",
        "a name in lower case",
        "they are equal; also `!=`; for event types, traits and stages");
    for (TextOperator operator : TextOperator.values()) {
      row(
          page,
          "Text.%s(title, \"$param\")".formatted(operator.function()),
          operator.single() ? "a text" : "texts with commas between",
          "the text %s, whatever the case".formatted(operator.meaning()));
    }
    row(
        page,
        "Text.presence(phone, \"$param\")",
        "present or absent",
        "the field is known, or is not");
    row(
        page,
        "countWithin($1, $2)",
        "two numbers, as in 5, 7",
        "it happened at least 5 times in the last 7 days; of an Activity or the History");
    row(
        page,
        "quietFor($param)",
        "days",
        "it happened before, but not for so many days; of an Activity or the History");
    page.append(
        """

        ## Actions

        | snippet | the cell | what it does |
        |---|---|---|
        """);
    for (ActionWord word : ActionWord.values()) {
      row(page, word.snippet(), word.takes(), word.does());
    }
    return page.toString().replace(System.lineSeparator(), "\n");
  }

  private static void row(StringBuilder page, String snippet, String cell, String meaning) {
    page.append("| `%s` | %s | %s |\n".formatted(snippet, cell, meaning));
  }
}
