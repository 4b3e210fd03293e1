package dev.assay.advice;

import dev.assay.workbook.FactType;
import dev.assay.workbook.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what is allowed in a workbook but hardly meant. */
public final class FindWarnings {
  private FindWarnings() {}

  /**
   * All warnings, in the order of sheets and rows. Takes time in proportion to the rows, below a
   * second for thousands.
   *
   * @param with what the workbook is used with
   */
  public static List<Warning> in(Workbook workbook, Surroundings with) {
    Warnings warnings = new Warnings();
    DrlWords drl = new DrlWords(with.drl());
    List<RowLogic> all = RowLogic.of(workbook);
    List<RowLogic> possible = new ArrayList<>();
    for (RowLogic row : all) {
      if (!ImpossibleRows.check(row, warnings)) {
        possible.add(row);
      }
      QuietSubjects.check(row, warnings);
    }
    Names.check(workbook, all, with, drl, warnings);
    Set<String> asserted = Names.asserted(possible);
    possible.removeIf(row -> asksForMissing(row, asserted, drl));
    DoubledRows.find(possible, workbook.groups(), warnings);
    Ladders.find(possible, warnings);
    Limits.check(possible, workbook.groups(), warnings);
    Thresholds.check(possible, Reach.of(workbook, possible, drl), warnings);
    return warnings.all(workbook);
  }

  /** Whether the row asks for a trait that nothing asserts, so that it never holds. */
  private static boolean asksForMissing(RowLogic row, Set<String> asserted, DrlWords drl) {
    for (Demand demand : row.demands()) {
      if (demand.fact() == FactType.TRAIT
          && !demand.absent()
          && demand.domains().get("name") instanceof Texts texts) {
        Set<String> names = texts.values();
        if (names != null
            && names.stream().noneMatch(name -> asserted.contains(name) || drl.mentions(name))) {
          return true;
        }
      }
    }
    return false;
  }
}
