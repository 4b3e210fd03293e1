package dev.assay.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;

/** Finds the rule tables of a sheet and checks the few lines that head it. */
final class TableFinder {
  private static final String RULE_SET = "RuleSet";
  private static final String RULE_TABLE = "RuleTable";
  private static final Set<String> IMPORTS =
      Set.of("dev.assay.assessment.*", "dev.assay.assessment");
  static final String VARIABLES = "dev.assay.assessment.Scorecard scorecard";

  private static final Set<String> KINDS = Set.of("CONDITION", "ACTION");

  private final Grid grid;
  private final Errors errors;

  TableFinder(Grid grid, Errors errors) {
    this.grid = grid;
    this.errors = errors;
  }

  List<TableLayout> find() {
    List<Cell> keywords = grid.cells().filter(cell -> startsWithWord(cell, RULE_TABLE)).toList();
    List<Cell> ruleSets = grid.cells().filter(cell -> startsWithWord(cell, RULE_SET)).toList();
    refuseMisspelt(keywords);
    if (keywords.isEmpty()) {
      return List.of();
    }
    if (keywords.size() > Limits.TABLES) {
      errors.add(
          keywords.get(Limits.TABLES),
          "at most %d rule tables".formatted(Limits.TABLES),
          "Join tables that ask for the same.");
      return List.of();
    }
    checkHead(keywords.get(0).row(), ruleSets);
    List<TableLayout> tables = new ArrayList<>();
    for (Cell keyword : keywords) {
      tables.add(new TableLayout(grid, keyword, lastColumn(keyword, keywords), grid.lastRow()));
    }
    refuseStray(tables);
    return tables.stream().map(table -> untilNext(table, tables)).toList();
  }

  /** A column or table whose keyword is missing would silently not be read. */
  private void refuseStray(List<TableLayout> tables) {
    grid.cells()
        .filter(cell -> cell.kind() == Cell.Kind.TEXT)
        .forEach(
            cell -> {
              if (KINDS.contains(cell.text())
                  && tables.stream().noneMatch(table -> table.isKind(cell))) {
                errors.add(
                    cell, "RuleTable and a name in the row above", "Write it, or clear the cell.");
              } else if ((cell.text().contains("$param") || cell.text().startsWith("scorecard."))
                  && tables.stream().noneMatch(table -> table.isSnippet(cell))) {
                errors.add(
                    cell, "CONDITION or ACTION two rows above", "Write it, or clear the column.");
              }
            });
  }

  private void checkHead(int firstTable, List<Cell> ruleSets) {
    String expected = "RuleSet once, above all tables";
    if (ruleSets.isEmpty()) {
      errors.addBlank(grid.sheet(), 0, 0, expected, "Write RuleSet in a cell at the top.");
      return;
    }
    Cell ruleSet = ruleSets.get(0);
    ruleSets.stream()
        .filter(cell -> !cell.equals(ruleSet) || cell.row() >= firstTable)
        .forEach(cell -> errors.add(cell, expected, "Move it to the top or remove it."));
    if (ruleSet.row() >= firstTable) {
      return;
    }
    grid.rows().headMap(ruleSet.row()).values().stream()
        .flatMap(row -> row.values().stream())
        .forEach(
            cell -> errors.add(cell, "RuleSet in the first line", "Put titles in a Notes line."));
    for (var row : grid.rows().subMap(ruleSet.row(), firstTable).entrySet()) {
      for (Cell cell : row.getValue().values()) {
        if (cell.column() == ruleSet.column()) {
          checkHeadLine(cell, grid.cell(cell.row(), cell.column() + 1));
        } else if (cell.column() != ruleSet.column() + 1
            || grid.cell(cell.row(), ruleSet.column()) == null) {
          errors.add(
              cell, "nothing beside the head of the sheet", "Remove it or put it in a Notes line.");
        }
      }
    }
  }

  private void checkHeadLine(Cell key, @org.jspecify.annotations.Nullable Cell value) {
    String is = value == null ? "" : value.text();
    switch (key.text().toLowerCase(Locale.ROOT)) {
      case "ruleset" -> {
        if (!is.matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*){0,9}")) {
          errors.add(
              value == null ? key : value,
              "a package name such as dev.assay.workbook",
              "Write it in lower case.");
        }
      }
      case "import" -> {
        if (!IMPORTS.contains(is)) {
          errors.add(
              value == null ? key : value,
              "dev.assay.assessment.*",
              "Write it exactly so: nothing else can be imported.");
        }
      }
      case "variables" -> {
        if (!is.equals(VARIABLES)) {
          errors.add(
              value == null ? key : value,
              VARIABLES,
              "Write it exactly so: there are no other variables.");
        }
      }
      case "notes" -> {}
      default ->
          errors.add(
              key,
              "RuleSet, Import, Variables or Notes",
              "Remove the line: functions, queries, declarations and settings are not read.");
    }
  }

  private int lastColumn(Cell keyword, List<Cell> keywords) {
    int next =
        keywords.stream()
            .filter(other -> other.row() == keyword.row() && other.column() > keyword.column())
            .mapToInt(Cell::column)
            .min()
            .orElse(Integer.MAX_VALUE);
    var kinds = grid.row(keyword.row() + 1).headMap(next, false);
    return kinds.isEmpty() ? keyword.column() : Math.max(keyword.column(), kinds.lastKey());
  }

  private static TableLayout untilNext(TableLayout table, List<TableLayout> tables) {
    int last =
        tables.stream()
            .filter(other -> other.keyword().row() > table.keyword().row())
            .filter(
                other ->
                    other.firstColumn() <= table.lastColumn()
                        && other.lastColumn() >= table.firstColumn())
            .mapToInt(other -> other.keyword().row() - 1)
            .min()
            .orElse(table.lastRow());
    return new TableLayout(table.grid(), table.keyword(), table.lastColumn(), last);
  }

  /** A keyword with a slip of the pen would silently take a whole table out of the rules. */
  private void refuseMisspelt(List<Cell> keywords) {
    grid.cells()
        .filter(cell -> misspelt(cell, RULE_TABLE) || misspelt(cell, RULE_SET))
        .forEach(
            cell ->
                errors.add(
                    cell,
                    misspelt(cell, RULE_SET) ? RULE_SET : "RuleTable and a name",
                    "The keyword is misspelt: correct it, or reword the note."));
    for (Cell keyword : keywords) {
      for (CellRangeAddress region : grid.merged()) {
        if (region.isInRange(keyword.row() + 1, keyword.column())
            && region.getLastRow() > keyword.row() + 4) {
          errors.add(keyword, "no merged cells across the head of a table", "Unmerge them.");
        }
      }
    }
  }

  private static String firstWord(Cell cell) {
    return cell.text().split("\\s", 2)[0];
  }

  static boolean startsWithWord(Cell cell, String word) {
    return cell.kind() == Cell.Kind.TEXT && firstWord(cell).equalsIgnoreCase(word);
  }

  /** Whether the cell begins with the keyword in all but its writing, as "Rule table" does. */
  private static boolean misspelt(Cell cell, String keyword) {
    String text = cell.text();
    if (cell.kind() == Cell.Kind.FORMULA) {
      return text.contains(keyword);
    }
    if (cell.kind() != Cell.Kind.TEXT || startsWithWord(cell, keyword)) {
      return false;
    }
    String start = text.substring(0, Math.min(text.length(), 2 * keyword.length()));
    String letters = start.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    return nearly(firstWord(cell), keyword) || letters.startsWith(keyword.toLowerCase(Locale.ROOT));
  }

  /** Whether the word is not the keyword but at most two letters away from it. */
  static boolean nearly(String word, String keyword) {
    if (word.equalsIgnoreCase(keyword) || Math.abs(word.length() - keyword.length()) > 2) {
      return false;
    }
    return Spelling.distance(word.toLowerCase(Locale.ROOT), keyword.toLowerCase(Locale.ROOT)) <= 2;
  }
}
