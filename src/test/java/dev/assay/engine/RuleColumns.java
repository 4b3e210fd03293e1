package dev.assay.engine;

import static dev.assay.workbook.WorkbookWriter.Column.action;
import static dev.assay.workbook.WorkbookWriter.Column.condition;

import dev.assay.workbook.ActionWord;
import dev.assay.workbook.WorkbookWriter.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that rows of {@link Rules} may fill, by label; actions are labelled by their word.
 */
final class RuleColumns {
  private static final String LEAD = "lead : Lead";
  private static final String ACTIVITY = "activity : Activity";
  private static final String OTHER = "other : Activity";
  private static final String HISTORY = "history : History";

  static final List<Column> ALL = columns();

  private RuleColumns() {}

  private static List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                condition(LEAD, "Text.in(industry, \"$param\")", "industry"),
                condition(LEAD, "Text.hasWord(title, \"$param\")", "title"),
                condition(LEAD, "Text.in(technologies, \"$param\")", "technology"),
                condition(LEAD, "employees >= $param", "employees"),
                condition(LEAD, "Text.is(text(\"plan\"), \"$param\")", "plan"),
                condition(LEAD, "number(\"seats\") >= $param", "seats"),
                condition(LEAD, "flag(\"vip\") == $param", "vip"),
                condition(LEAD, "Text.presence(phone, \"$param\")", "phone"),
                condition(ACTIVITY, "type == \"$param\"", "type"),
                condition(ACTIVITY, "Text.startsWith(subject, \"$param\")", "subject"),
                condition(ACTIVITY, "countWithin($1, $2)", "often"),
                condition(ACTIVITY, "quietFor($param)", "quiet"),
                condition(OTHER, "type == \"$param\"", "andType"),
                condition(HISTORY, "quietFor($param)", "silent"),
                condition(HISTORY, "countWithin($1, $2)", "busy"),
                condition("trait : Trait", "name == \"$param\"", "has"),
                condition("not Trait", "name == \"$param\"", "lacks"),
                condition("score : Score", "total >= $param", "score"),
                condition("score : Score", "fit >= $param", "fit")));
    for (ActionWord word : ActionWord.values()) {
      columns.add(action(word, word.method()));
    }
    return List.copyOf(columns);
  }

  static int indexOf(String label) {
    for (int column = 0; column < ALL.size(); column++) {
      if (ALL.get(column).label().equals(label)) {
        return column;
      }
    }
    throw new IllegalArgumentException("no column " + label);
  }
}
