package dev.assay.advice;

import dev.assay.workbook.ActionWord;
import dev.assay.workbook.FactType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what rows ask of the score with what leads can reach. */
final class Thresholds {
  private static final List<ActionWord> SAID =
      List.of(ActionWord.QUALIFY, ActionWord.BAND, ActionWord.GRADE, ActionWord.ASSIGN);

  private final Reach reach;
  private final Warnings warnings;
  private final Set<ActionWord> saidAbove = new HashSet<>();

  private Thresholds(Reach reach, Warnings warnings) {
    this.reach = reach;
    this.warnings = warnings;
  }

  static void check(List<RowLogic> rows, Reach reach, Warnings warnings) {
    Thresholds thresholds = new Thresholds(reach, warnings);
    rows.forEach(thresholds::check);
  }

  private void check(RowLogic row) {
    List<ActionWord> says = SAID.stream().filter(row.row()::has).toList();
    for (Demand demand : row.demands()) {
      for (var domain : demand.domains().entrySet()) {
        if (demand.fact() == FactType.SCORE && domain.getValue() instanceof Range range) {
          check(row, says, domain.getKey(), range);
        }
      }
    }
    checkLeaving(row);
    saidAbove.addAll(says);
  }

  private void check(RowLogic row, List<ActionWord> says, String field, Range range) {
    Span span = reach.of(field);
    boolean never = range.most() < span.least() || range.least() > span.most();
    boolean alone = row.demands().size() == 1 && row.demands().get(0).domains().size() == 1;
    boolean always = alone && range.least() <= span.least() && range.most() >= span.most();
    List<String> cells = row.cells(FactType.SCORE, field);
    if (never) {
      warnings.add(
          WarningCode.NEVER_REACHED,
          row.sheet(),
          cells,
          "No lead can ever reach %s: it asks for %s %s, and all rows together give %s."
              .formatted(row.place() + said(row, says), name(field), range.words(), figures(field)),
          "Lower the threshold or give more points.");
    } else if (always && says.stream().anyMatch(this::matters)) {
      warnings.add(
          WarningCode.ALWAYS_REACHED,
          row.sheet(),
          cells,
          "Every lead reaches %s: it asks for %s %s, and all rows together give %s."
              .formatted(row.place() + said(row, says), name(field), range.words(), figures(field)),
          "Move the threshold into that range.");
    }
  }

  /** A last row that always holds says what else should be said; an owner needs no threshold. */
  private boolean matters(ActionWord word) {
    return word == ActionWord.QUALIFY || (word != ActionWord.ASSIGN && !saidAbove.contains(word));
  }

  private void checkLeaving(RowLogic row) {
    Integer leaveBelow = row.row().number(ActionWord.LEAVE_BELOW);
    if (leaveBelow != null && leaveBelow <= reach.total().least()) {
      warnings.add(
          WarningCode.NEVER_LEFT,
          row.sheet(),
          List.of(String.valueOf(row.row().cell(ActionWord.LEAVE_BELOW))),
          "No lead ever leaves %s: it is left below %d, and all rows together give %s."
              .formatted(row.row().text(ActionWord.QUALIFY), leaveBelow, figures("total")),
          "Raise the number or clear the cell.");
    }
  }

  private static String said(RowLogic row, List<ActionWord> says) {
    List<String> words = new ArrayList<>();
    says.forEach(word -> words.add(word.method() + " " + row.row().text(word)));
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }

  private static String name(String field) {
    return field.equals("total") ? "a score" : "points for " + field;
  }

  private String figures(String field) {
    return field.equals("total")
        ? "%s points (fit %s, engagement %s)"
            .formatted(reach.total().words(), reach.fit().words(), reach.engagement().words())
        : reach.of(field).words() + " points";
  }
}
