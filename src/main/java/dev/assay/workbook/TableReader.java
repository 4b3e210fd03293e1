package dev.assay.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Reads one rule table: its technical rows into columns, then each data row into a rule. */
final class TableReader {
  private final TableLayout table;
  private final Grid grid;
  private final Errors errors;
  private final Map<Integer, ConditionColumn> conditions = new TreeMap<>();
  private final Map<Integer, ActionWord> actions = new TreeMap<>();
  private final Set<String> headed = new HashSet<>();
  private SortedMap<Integer, Heading> headings = new TreeMap<>();

  /** Whether a column was not understood, so that rows cannot be judged as a whole. */
  private boolean broken;

  /**
   * @param group the first column of the pattern the condition belongs to
   */
  private record ConditionColumn(int group, Snippets.ObjectCell object, Snippets.ConditionOf of) {}

  /** The conditions of one row on one fact, and where they stand. */
  private record Sought(
      Snippets.ObjectCell object, List<Condition> conditions, List<String> cells) {
    Pattern pattern() {
      return new Pattern(object.fact(), object.absent(), conditions, cells);
    }
  }

  TableReader(TableLayout table, Errors errors) {
    this.table = table;
    this.grid = table.grid();
    this.errors = errors;
  }

  @Nullable DecisionTable read() {
    Cell keyword = table.keyword();
    String name = keyword.text().substring("RuleTable".length()).strip();
    if (!name.matches("[A-Za-z][A-Za-z0-9 _-]{0,59}")) {
      errors.add(
          keyword, "RuleTable and a name", "Give the table a name of letters, digits and blanks.");
    }
    readColumns();
    refuseMergedRows();
    if (!headed.containsAll(List.of("C", "A"))) {
      errors.add(
          keyword,
          "at least one CONDITION and one ACTION column in the row below",
          "Write CONDITION or ACTION above each column of the table.");
      return null;
    }
    headings = TableHeadings.of(table, conditions.keySet(), actions.keySet());
    List<RuleRow> rows = new ArrayList<>();
    int behind = Math.max(table.lastRow() + 1, table.firstRow());
    for (int row : grid.rows().subMap(table.firstRow(), behind).keySet()) {
      RuleRow rule = readRow(row);
      if (rule != null) {
        rows.add(rule);
      }
    }
    return new DecisionTable(
        name, grid.sheet(), keyword.address(), List.copyOf(headings.values()), rows);
  }

  private void readColumns() {
    Map<Integer, Snippets.ObjectCell> objects = new HashMap<>();
    for (Cell kind :
        grid.row(table.kindRow())
            .subMap(table.firstColumn(), true, table.lastColumn(), true)
            .values()) {
      int column = kind.column();
      switch (kind.text().toUpperCase(Locale.ROOT)) {
        case "CONDITION", "C" -> {
          headed.add("C");
          readCondition(column, objects);
          broken |= !conditions.containsKey(column);
        }
        case "ACTION", "A" -> {
          headed.add("A");
          readAction(column);
          broken |= !actions.containsKey(column);
        }
        default -> {
          broken = true;
          errors.add(
              kind,
              "CONDITION or ACTION",
              "Other columns are not read: leave the cell blank for a column of notes.");
        }
      }
    }
  }

  private void readCondition(int column, Map<Integer, Snippets.ObjectCell> objects) {
    Cell object = grid.covering(table.objectRow(), column);
    Cell snippet = snippet(column);
    if (object == null || snippet == null) {
      if (object == null) {
        errors.addBlank(
            grid.sheet(),
            table.objectRow(),
            column,
            "a fact to look for, such as lead : Lead",
            "Write it, or merge the cell with its neighbour.");
      }
      return;
    }
    Snippets.ObjectCell parsed = objects.get(object.column());
    try {
      if (parsed == null) {
        parsed = Snippets.object(object.text());
        refuseSameVariable(parsed, objects);
        objects.put(object.column(), parsed);
      }
      conditions.put(
          column,
          new ConditionColumn(
              object.column(), parsed, Snippets.condition(parsed.fact(), snippet.text())));
    } catch (CellProblem problem) {
      errors.add(parsed == null ? object : snippet, problem);
    }
  }

  private static void refuseSameVariable(
      Snippets.ObjectCell parsed, Map<Integer, Snippets.ObjectCell> objects) throws CellProblem {
    if (parsed.variable() != null
        && objects.values().stream().anyMatch(o -> parsed.variable().equals(o.variable()))) {
      throw new CellProblem(
          "a variable that no other fact of the table has",
          "Merge the cells if both columns ask about the same fact, else give it another name.");
    }
  }

  private void readAction(int column) {
    Cell object = grid.covering(table.objectRow(), column);
    if (object != null) {
      errors.add(object, "nothing above an action", "Clear the cell.");
    }
    Cell snippet = snippet(column);
    if (snippet == null) {
      return;
    }
    try {
      ActionWord word = Snippets.action(snippet.text());
      if (actions.containsValue(word)) {
        throw new CellProblem("each action once in a table", "Remove one of the two columns.");
      }
      actions.put(column, word);
    } catch (CellProblem problem) {
      errors.add(snippet, problem);
    }
  }

  private @Nullable Cell snippet(int column) {
    Cell snippet = grid.cell(table.snippetRow(), column);
    if (snippet == null) {
      errors.addBlank(
          grid.sheet(),
          table.snippetRow(),
          column,
          "a snippet from the vocabulary",
          "Write it, or clear the head of the column.");
    }
    return snippet;
  }

  private void refuseMergedRows() {
    for (CellRangeAddress region : grid.merged()) {
      boolean inRows =
          region.getLastRow() >= table.firstRow() && region.getFirstRow() <= table.lastRow();
      boolean inColumns =
          region.getLastColumn() >= table.firstColumn()
              && region.getFirstColumn() <= table.lastColumn();
      if (inRows && inColumns) {
        errors.addBlank(
            grid.sheet(),
            region.getFirstRow(),
            region.getFirstColumn(),
            "no merged cells among the rules",
            "Unmerge them and fill each row.");
      }
    }
  }

  private @Nullable RuleRow readRow(int row) {
    Map<Integer, Sought> sought = new TreeMap<>();
    List<Action> done = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    boolean sound = true;
    for (Cell cell : grid.row(row).values()) {
      ConditionColumn condition = conditions.get(cell.column());
      ActionWord word = actions.get(cell.column());
      if (condition == null && word == null) {
        continue;
      }
      Heading heading = Objects.requireNonNull(headings.get(cell.column()));
      entries.add(new Entry(heading, cell.address(), cell.text()));
      try {
        if (condition != null) {
          Sought fact =
              sought.computeIfAbsent(
                  condition.group(),
                  group -> new Sought(condition.object(), new ArrayList<>(), new ArrayList<>()));
          fact.conditions().add(condition.of().condition(cell));
          fact.cells().add(cell.address());
        } else if (word != null) {
          done.add(ActionValues.read(word, cell));
        }
      } catch (CellProblem problem) {
        errors.add(cell, problem);
        sound = false;
      }
    }
    if (entries.isEmpty() || !sound || broken) {
      return null;
    }
    List<Pattern> patterns = sought.values().stream().map(Sought::pattern).toList();
    return new RowRules(grid.sheet(), table.firstColumn(), errors)
        .checked(new RuleRow(row + 1, patterns, done, entries));
  }
}
