package dev.assay.advice;

import dev.assay.advice.Warning.Place;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.FactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds overlaps and gaps among rows of a table that differ in the range of one number alone, such
 * as those for companies of different size.
 */
final class Ladders {
  private static final List<ActionWord> SAID =
      List.of(
          ActionWord.ONCE,
          ActionWord.EACH,
          ActionWord.GRADE,
          ActionWord.BAND,
          ActionWord.ASSIGN,
          ActionWord.TRAIT);

  /** What the rows of a ladder have in common. */
  private record Ladder(
      String table, ActionWord word, FactType fact, String field, List<Demand> rest) {}

  private record Rung(RowLogic row, Range range) {}

  private final Map<Ladder, List<Rung>> ladders = new LinkedHashMap<>();
  private final Warnings warnings;

  private Ladders(Warnings warnings) {
    this.warnings = warnings;
  }

  static void find(List<RowLogic> rows, Warnings warnings) {
    Ladders ladders = new Ladders(warnings);
    rows.forEach(ladders::add);
    ladders.ladders.forEach(ladders::check);
  }

  private void add(RowLogic row) {
    for (ActionWord word : SAID) {
      for (Demand demand : row.row().has(word) ? row.demands() : List.<Demand>of()) {
        demand
            .domains()
            .forEach(
                (field, domain) -> {
                  if (!demand.absent() && domain instanceof Range range && isRange(range)) {
                    Ladder ladder =
                        new Ladder(
                            row.table().name(),
                            word,
                            demand.fact(),
                            field,
                            rest(row, demand, field));
                    ladders
                        .computeIfAbsent(ladder, l -> new ArrayList<>())
                        .add(new Rung(row, range));
                  }
                });
      }
    }
  }

  private static boolean isRange(Range range) {
    return range.least() != range.most() && range.without().isEmpty();
  }

  private static List<Demand> rest(RowLogic row, Demand without, String field) {
    List<Demand> rest = new ArrayList<>();
    for (Demand demand : row.demands()) {
      SortedMap<String, Domain> domains = new TreeMap<>(demand.domains());
      if (demand == without) {
        domains.remove(field);
      }
      rest.add(new Demand(demand.fact(), demand.absent(), domains));
    }
    return rest;
  }

  private void check(Ladder ladder, List<Rung> rungs) {
    rungs.sort(
        Comparator.comparingDouble((Rung rung) -> rung.range().least())
            .thenComparingDouble(rung -> rung.range().most()));
    Rung highest = rungs.get(0);
    for (Rung rung : rungs.subList(1, rungs.size())) {
      double covered = highest.range().most();
      double next = rung.range().least();
      if (next <= covered) {
        // Ranges within ranges are steps that build on each other.
        if (rung.range().most() > covered && next > highest.range().least()) {
          overlap(ladder, highest, rung);
        }
      } else if (!adjacent(rung.range(), covered, next)) {
        gap(ladder, highest, rung);
      }
      if (rung.range().most() > covered) {
        highest = rung;
      }
    }
  }

  /** People mean whole numbers wherever they write them on both sides. */
  private static boolean adjacent(Range range, double covered, double next) {
    boolean whole = range.whole() || (covered == Math.rint(covered) && next == Math.rint(next));
    return whole ? next - covered <= 1 : next <= Math.nextUp(covered);
  }

  private void overlap(Ladder ladder, Rung low, Rung high) {
    boolean points = ladder.word() == ActionWord.ONCE || ladder.word() == ActionWord.EACH;
    String lower = String.valueOf(low.row().row().text(ladder.word()));
    String higher = String.valueOf(high.row().row().text(ladder.word()));
    if (!points && lower.equals(higher)) {
      return;
    }
    String both = Range.plain(high.range().least());
    both +=
        high.range().least() == low.range().most() ? "" : " to " + Range.plain(low.range().most());
    warnings.add(
        WarningCode.OVERLAP,
        cells(ladder, low, high),
        "%s and %s of %s both hold for %s %s, and there %s."
            .formatted(
                "Row " + low.row().row().number(),
                "row " + high.row().row().number(),
                low.row().sheet(),
                ladder.field(),
                both,
                points
                    ? "both give points (%s and %s)".formatted(lower, higher)
                    : ladder.word() == ActionWord.TRAIT
                        ? "both traits hold (%s and %s)".formatted(lower, higher)
                        : "the upper one decides (%s or %s)".formatted(lower, higher)),
        "Let one end where the other begins.");
  }

  private void gap(Ladder ladder, Rung low, Rung high) {
    boolean whole = low.range().whole();
    double from = low.range().most() + (whole ? 1 : 0);
    double to = high.range().least() - (whole ? 1 : 0);
    String missing =
        from == to
            ? Range.plain(from)
            : (whole ? "from %s to %s" : "between %s and %s")
                .formatted(Range.plain(from), Range.plain(to));
    warnings.add(
        WarningCode.GAP,
        cells(ladder, low, high),
        "No row covers %s %s: row %d of %s covers it %s and row %d %s."
            .formatted(
                ladder.field(),
                missing,
                low.row().row().number(),
                low.row().sheet(),
                low.range().words(),
                high.row().row().number(),
                high.range().words()),
        "If that is not meant, add a row or widen one.");
  }

  private static List<Place> cells(Ladder ladder, Rung low, Rung high) {
    List<Place> cells = new ArrayList<>();
    for (Rung rung : List.of(low, high)) {
      rung.row()
          .cells(ladder.fact(), ladder.field())
          .forEach(cell -> cells.add(new Place(rung.row().sheet(), cell)));
    }
    return cells;
  }
}
