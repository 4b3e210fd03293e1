package dev.assay.advice;

import dev.assay.workbook.ActionWord;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.Entry;
import dev.assay.workbook.FactType;
import dev.assay.workbook.Pattern;
import dev.assay.workbook.RuleRow;
import dev.assay.workbook.Workbook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a row demands, ready to be compared with other rows.
 *
 * @param order of the row in the workbook
 */
record RowLogic(DecisionTable table, RuleRow row, int order, List<Demand> demands) {

  static List<RowLogic> of(Workbook workbook) {
    List<RowLogic> all = new ArrayList<>();
    for (DecisionTable table : workbook.tables()) {
      for (RuleRow row : table.rows()) {
        all.add(new RowLogic(table, row, all.size(), demands(row)));
      }
    }
    return all;
  }

  /**
   * There is one lead, one history and one score, so whatever is asked of these is asked at once.
   */
  private static List<Demand> demands(RuleRow row) {
    List<Demand> demands = new ArrayList<>();
    Map<FactType, Demand> only = new EnumMap<>(FactType.class);
    for (Pattern pattern : row.patterns()) {
      boolean one =
          !pattern.absent()
              && switch (pattern.fact()) {
                case LEAD, HISTORY, SCORE -> true;
                case ACTIVITY, TRAIT, QUALIFICATION -> false;
              };
      Demand same = one ? only.get(pattern.fact()) : null;
      if (same != null) {
        same.add(pattern);
        continue;
      }
      Demand demand = Demand.of(pattern);
      demands.add(demand);
      if (one) {
        only.put(pattern.fact(), demand);
      }
    }
    return demands;
  }

  /** Whether this row cannot hold where the other does not. */
  boolean implies(RowLogic other) {
    for (Demand wanted : other.demands) {
      boolean met = false;
      for (Demand demand : demands) {
        met |= demand.implies(wanted);
      }
      if (!met) {
        return false;
      }
    }
    return true;
  }

  String sheet() {
    return table.sheet();
  }

  /** Where conditions on this field of this fact stand. */
  List<String> cells(FactType fact, String field) {
    List<String> cells = new ArrayList<>();
    for (Pattern pattern : row.patterns()) {
      for (int i = 0; i < pattern.conditions().size(); i++) {
        if (pattern.fact() == fact && Demand.key(pattern.conditions().get(i)).equals(field)) {
          cells.add(pattern.cells().get(i));
        }
      }
    }
    return cells;
  }

  /** Where its conditions stand. */
  List<String> conditionCells() {
    return row.patterns().stream().flatMap(pattern -> pattern.cells().stream()).toList();
  }

  /** What stands in these cells, each under its label: {@code Employees at least 500}. */
  String words(List<String> cells) {
    return row.entries().stream()
        .filter(entry -> cells.contains(entry.cell()))
        .map(RowLogic::words)
        .collect(Collectors.joining(", "));
  }

  private static String words(Entry entry) {
    String text = entry.text().length() > 60 ? entry.text().substring(0, 60) + "…" : entry.text();
    return "%s \"%s\"".formatted(entry.heading().label(), text);
  }

  /** Where it stands, in words. */
  String place() {
    return "row %d of %s".formatted(row.number(), table.sheet());
  }

  /** The points that it gives once or each time, 0 for none. */
  int points() {
    Integer once = row.number(ActionWord.ONCE);
    Integer each = row.number(ActionWord.EACH);
    return once != null ? once : each != null ? each : 0;
  }

  /** Where its points stand, if it gives any. */
  List<String> pointsCells() {
    String cell = row.cell(row.has(ActionWord.ONCE) ? ActionWord.ONCE : ActionWord.EACH);
    return cell == null ? List.of() : List.of(cell);
  }
}
