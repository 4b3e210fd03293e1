package dev.assay.advice;

import static dev.assay.workbook.WorkbookWriter.Column.action;
import static dev.assay.workbook.WorkbookWriter.Column.condition;

import dev.assay.workbook.ActionWord;
import dev.assay.workbook.Reading;
import dev.assay.workbook.Workbook;
import dev.assay.workbook.WorkbookReader;
import dev.assay.workbook.WorkbookWriter;
import dev.assay.workbook.WorkbookWriter.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with one table, written as pairs of a column's label and a value. The first row stands
 * on line 11.
 */
final class Draft {
  private static final String LEAD = "lead : Lead";
  private static final String ACTIVITY = "activity : Activity";
  private static final List<Column> COLUMNS = columns();

  private final List<Object[]> rows = new ArrayList<>();
  private final List<Object[]> groups = new ArrayList<>();
  private List<String> drl = List.of();
  private @Nullable Set<String> types;

  private static List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                condition(LEAD, "employees >= $param", "employees >="),
                condition(LEAD, "employees <= $param", "employees <="),
                condition(LEAD, "employees > $param", "employees >"),
                condition(LEAD, "employees < $param", "employees <"),
                condition(LEAD, "employees == $param", "employees =="),
                condition(LEAD, "employees != null && employees != $param", "employees !="),
                condition(LEAD, "revenue >= $param", "revenue >="),
                condition(LEAD, "revenue < $param", "revenue <"),
                condition(LEAD, "doNotContact == $param", "doNotContact"),
                condition(LEAD, "Text.in(country, \"$param\")", "country in"),
                condition(LEAD, "Text.notIn(country, \"$param\")", "country not in"),
                condition(LEAD, "Text.startsWith(title, \"$param\")", "title starts"),
                condition(LEAD, "Text.hasWord(title, \"$param\")", "title has"),
                condition(LEAD, "Text.lacksWord(title, \"$param\")", "title lacks"),
                condition(LEAD, "Text.in(technologies, \"$param\")", "uses"),
                condition(LEAD, "Text.notIn(technologies, \"$param\")", "uses none"),
                condition(LEAD, "Text.presence(country, \"$param\")", "country is"),
                condition(ACTIVITY, "type == \"$param\"", "type"),
                condition(ACTIVITY, "Text.startsWith(subject, \"$param\")", "subject"),
                condition(ACTIVITY, "Text.presence(subject, \"$param\")", "subject is"),
                condition(ACTIVITY, "countWithin($1, $2)", "often"),
                condition(ACTIVITY, "quietFor($param)", "quiet"),
                condition("not Activity", "type == \"$param\"", "no type"),
                condition("history : History", "quietFor($param)", "silent"),
                condition("trait : Trait", "name == \"$param\"", "has"),
                condition("other : Trait", "name == \"$param\"", "has also"),
                condition("not Trait", "name == \"$param\"", "lacks"),
                condition("score : Score", "total >= $param", "score >="),
                condition("score : Score", "total < $param", "score <"),
                condition("score : Score", "fit >= $param", "fit >="),
                condition("q : Qualification", "stage == \"$param\"", "qualified")));
    for (ActionWord word : ActionWord.values()) {
      columns.add(action(word, word.method()));
    }
    return List.copyOf(columns);
  }

  static Draft draft() {
    return new Draft();
  }

  /** Adds a row; points have a reason. */
  Draft row(Object... cells) {
    @Nullable Object[] row = new @Nullable Object[COLUMNS.size()];
    for (int i = 0; i < cells.length; i += 2) {
      row[column(cells[i])] = cells[i + 1];
      if (cells[i].equals("once") || cells[i].equals("each")) {
        row[column("reason")] = "Because";
      }
    }
    rows.add(row);
    return this;
  }

  private static int column(Object label) {
    for (int column = 0; column < COLUMNS.size(); column++) {
      if (COLUMNS.get(column).label().equals(label)) {
        return column;
      }
    }
    throw new IllegalArgumentException("no column " + label);
  }

  Draft group(String name, String dimension, @Nullable Integer floor, @Nullable Integer cap) {
    groups.add(new @Nullable Object[] {name, dimension, floor, cap});
    return this;
  }

  Draft total(@Nullable Integer floor, @Nullable Integer ceiling) {
    groups.add(new @Nullable Object[] {"Total", null, floor, ceiling});
    return this;
  }

  Draft drl(String... sources) {
    drl = List.of(sources);
    return this;
  }

  Draft types(String... known) {
    types = Set.of(known);
    return this;
  }

  /** A workbook that is written and read, so that the warnings are about cells of a sheet. */
  Workbook workbook() {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      writer.table("Rules", "Rules", "", COLUMNS, rows);
      if (!groups.isEmpty()) {
        writer.list("Groups", List.of("Group", "Dimension", "Floor", "Cap"), groups);
      }
      Reading reading = WorkbookReader.read(writer.bytes());
      if (reading instanceof Reading.Understood understood) {
        return understood.workbook();
      }
      throw new AssertionError(reading.toString());
    }
  }

  List<Warning> warnings() {
    return FindWarnings.in(workbook(), new Surroundings(drl, types));
  }

  /** What it warns of this, as {@code Rules!A11 Rules!B11: message}. */
  List<String> warnings(WarningCode code) {
    return warnings().stream()
        .filter(warning -> warning.kind().equals(code.code()))
        .map(
            warning ->
                String.join(" ", warning.cells().stream().map(Object::toString).toList())
                    + ": "
                    + warning.message()
                    + " "
                    + warning.hint())
        .toList();
  }
}
