package dev.assay.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shipped.ShippedRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangePointsTest {

  @Test
  void allElseStaysAsItStands() {
    byte[] shipped = ShippedRules.workbook();
    List<ChangePoints.Cell> points = new ArrayList<>();
    for (DecisionTable table : read(shipped).tables()) {
      for (RuleRow row : table.rows()) {
        String cell = ChangePoints.cell(row);
        if (cell != null) {
          points.add(new ChangePoints.Cell(table.sheet(), cell, points.size() + 1));
        }
      }
    }

    Workbook changed = read(ChangePoints.in(shipped, points));

    assertThat(points).hasSizeGreaterThan(30);
    assertThat(points(changed)).isEqualTo(points.stream().map(ChangePoints.Cell::points).toList());
    assertThat(withoutPoints(changed)).isEqualTo(withoutPoints(read(shipped)));
  }

  private static Workbook read(byte[] file) {
    return ((Reading.Understood) WorkbookReader.read(file)).workbook();
  }

  private static List<Integer> points(Workbook workbook) {
    List<Integer> points = new ArrayList<>();
    for (DecisionTable table : workbook.tables()) {
      for (RuleRow row : table.rows()) {
        for (Action action : row.actions()) {
          if (givesPoints(action)) {
            points.add(action.number());
          }
        }
      }
    }
    return points;
  }

  private static Workbook withoutPoints(Workbook workbook) {
    List<DecisionTable> tables = new ArrayList<>();
    for (DecisionTable table : workbook.tables()) {
      List<RuleRow> rows = new ArrayList<>();
      for (RuleRow row : table.rows()) {
        List<Action> others =
            row.actions().stream().filter(action -> !givesPoints(action)).toList();
        rows.add(new RuleRow(row.number(), row.patterns(), others, List.of()));
      }
      tables.add(
          new DecisionTable(table.name(), table.sheet(), table.cell(), table.headings(), rows));
    }
    return new Workbook(
        tables,
        workbook.groups(),
        workbook.floor(),
        workbook.ceiling(),
        workbook.stages(),
        workbook.cases(),
        List.of());
  }

  private static boolean givesPoints(Action action) {
    return action.word() == ActionWord.ONCE || action.word() == ActionWord.EACH;
  }
}
