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
    Vocabulary.conditions().forEach(word -> row(page, word));
    page.append(
        """

        ## Actions

        | snippet | the cell | what it does |
        |---|---|---|
        """);
    Vocabulary.actions().forEach(word -> row(page, word));
    return page.toString().replace(System.lineSeparator(), "\n");
  }

  private static void row(StringBuilder page, Vocabulary.Word word) {
    page.append("| `%s` | %s | %s |\n".formatted(word.snippet(), word.cell(), word.meaning()));
  }
}
