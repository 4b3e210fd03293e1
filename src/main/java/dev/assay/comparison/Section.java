package dev.assay.comparison;

import dev.assay.workbook.Entry;
import dev.assay.workbook.Heading;
import dev.assay.workbook.Workbook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule table or a list, as lines of cells.
 *
 * @param table null for a list
 */
record Section(String sheet, @Nullable String table, List<Heading> headings, List<Line> lines) {

  /** What marks the meaning of a column that says what a rule does. */
  private static final String ACTION = "scorecard.";

  /**
   * A line of cells.
   *
   * @param index in its section, from 0
   * @param number as the sheet counts it
   * @param entries by the meaning of their column
   */
  record Line(int index, int number, Map<String, Entry> entries) {

    /** What it says, wherever it stands and however columns are ordered. */
    Map<String, String> content() {
      return entries.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
    }
  }

  static List<Section> of(Workbook workbook) {
    List<Section> sections = new ArrayList<>();
    workbook
        .tables()
        .forEach(
            table -> {
              List<Line> lines = new ArrayList<>();
              table.rows().forEach(row -> add(lines, row.number(), row.entries()));
              sections.add(new Section(table.sheet(), table.name(), table.headings(), lines));
            });
    workbook
        .lists()
        .forEach(
            list -> {
              List<Line> lines = new ArrayList<>();
              list.rows().forEach(row -> add(lines, row.number(), row.entries()));
              sections.add(new Section(list.sheet(), null, list.headings(), lines));
            });
    return sections;
  }

  private static void add(List<Line> lines, int number, List<Entry> entries) {
    Map<String, Entry> byMeaning = new LinkedHashMap<>();
    entries.forEach(entry -> byMeaning.put(entry.heading().meaning(), entry));
    lines.add(new Line(lines.size(), number, byMeaning));
  }

  /** By what people know it. */
  String key() {
    String name = table == null ? "list " + sheet.strip() : "table " + table.replace(' ', '_');
    return name.toLowerCase(Locale.ROOT);
  }

  /** Where it is and what it is called. */
  String place() {
    return table == null ? sheet : sheet + "!" + table;
  }

  /** What tells a line from others: the first column of a list, the conditions of a rule. */
  Map<String, String> identity(Line line) {
    Map<String, String> identity = line.content();
    if (table == null) {
      String first = headings.isEmpty() ? "" : headings.get(0).meaning();
      identity.keySet().retainAll(List.of(first));
    } else {
      identity.keySet().removeIf(meaning -> meaning.startsWith(ACTION));
    }
    return identity;
  }

  /** What is left of a line without {@link #identity}; nothing for lists. */
  Map<String, String> rest(Line line) {
    Map<String, String> rest = line.content();
    rest.keySet().removeIf(meaning -> table == null || !meaning.startsWith(ACTION));
    return rest;
  }
}
