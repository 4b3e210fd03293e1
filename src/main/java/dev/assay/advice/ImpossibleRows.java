package dev.assay.advice;

import dev.assay.workbook.FactType;
import java.util.List;

/** Finds rows whose conditions contradict each other. */
final class ImpossibleRows {
  private ImpossibleRows() {}

  /** Whether the row can never match; then says so. */
  static boolean check(RowLogic row, Warnings warnings) {
    for (Demand demand : row.demands()) {
      for (var domain : demand.domains().entrySet()) {
        if (!demand.absent() && domain.getValue().isEmpty()) {
          report(row, row.cells(demand.fact(), domain.getKey()), warnings);
          return true;
        }
      }
    }
    for (Demand there : row.demands()) {
      for (Demand gone : row.demands()) {
        if (!there.absent()
            && gone.absent()
            && there.fact() == gone.fact()
            && there.foundIn(gone)) {
          report(row, cellsOf(row, there.fact()), warnings);
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> cellsOf(RowLogic row, FactType fact) {
    return row.row().patterns().stream()
        .filter(pattern -> pattern.fact() == fact)
        .flatMap(pattern -> pattern.cells().stream())
        .toList();
  }

  private static void report(RowLogic row, List<String> cells, Warnings warnings) {
    warnings.add(
        WarningCode.NEVER_MATCHES,
        row.sheet(),
        cells,
        "No lead can ever match %s: %s exclude each other."
            .formatted(row.place(), row.words(cells)),
        "Correct one of them or remove the row.");
  }
}
