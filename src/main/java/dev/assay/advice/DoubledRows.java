package dev.assay.advice;

import dev.assay.advice.Warning.Place;
import dev.assay.assessment.Group;
import dev.assay.workbook.ActionWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds rows that hold only where another row holds too, so that both act on the same leads. */
final class DoubledRows {
  /** Comparisons of two rows; some tenths of a second. */
  static final int MOST_COMPARISONS = 2_000_000;

  private static final int NAMED = 5;
  private static final List<ActionWord> FIRST_DECIDES =
      List.of(ActionWord.GRADE, ActionWord.BAND, ActionWord.ASSIGN);

  private final Map<String, Group> groups = new HashMap<>();
  private final Warnings warnings;
  private int comparisons;

  private DoubledRows(List<Group> groups, Warnings warnings) {
    this.warnings = warnings;
    groups.forEach(group -> this.groups.put(folded(group.name()), group));
  }

  static void find(List<RowLogic> rows, List<Group> groups, Warnings warnings) {
    new DoubledRows(groups, warnings).find(rows);
  }

  private void find(List<RowLogic> rows) {
    RowIndex index = new RowIndex(rows);
    for (RowLogic row : rows) {
      List<RowLogic> wider = new ArrayList<>();
      for (List<RowLogic> candidates : index.candidates(row)) {
        comparisons += candidates.size();
        if (comparisons > MOST_COMPARISONS) {
          stop(row);
          return;
        }
        candidates.stream().filter(other -> other != row && row.implies(other)).forEach(wider::add);
      }
      if (!wider.isEmpty()) {
        checkPoints(row, wider);
        FIRST_DECIDES.forEach(word -> checkDecision(word, row, wider));
      }
    }
  }

  private void stop(RowLogic row) {
    warnings.add(
        WarningCode.TOO_MUCH,
        List.of(),
        "There are too many rows to compare each with each: from %s on, rows that hold only where another holds were not looked for."
            .formatted(row.place()),
        "Spread the rows over event types, or join those that say the same.");
  }

  private void checkPoints(RowLogic row, List<RowLogic> wider) {
    List<RowLogic> twice =
        wider.stream()
            .filter(other -> Integer.signum(other.points()) * row.points() > 0)
            .filter(other -> other.order() < row.order() || !other.implies(row))
            .filter(other -> !limited(row, other))
            .toList();
    if (twice.isEmpty()) {
      return;
    }
    List<Place> cells = new ArrayList<>();
    row.pointsCells().forEach(cell -> cells.add(new Place(row.sheet(), cell)));
    for (RowLogic other : twice.subList(0, Math.min(twice.size(), NAMED))) {
      other.pointsCells().forEach(cell -> cells.add(new Place(other.sheet(), cell)));
    }
    boolean same = twice.stream().anyMatch(other -> other.implies(row));
    warnings.add(
        WarningCode.POINTS_TWICE,
        cells,
        "%s %s, so leads get the points of all of them together (%s)."
            .formatted(
                capital(row.place()),
                same
                    ? "asks for the same as " + places(twice)
                    : "holds only where " + places(twice) + " too",
                row.points()
                    + twice.stream()
                        .map(other -> " and " + other.points())
                        .collect(Collectors.joining())),
        "If that is not meant, remove one or set a cap for a common group.");
  }

  private static String places(List<RowLogic> rows) {
    String named =
        rows.stream().limit(NAMED).map(RowLogic::place).collect(Collectors.joining(" and "));
    int more = rows.size() - NAMED;
    named += more > 0 ? " and %d more rows".formatted(more) : "";
    return rows.size() == 1 ? named + " does" : named + " do";
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Whether a common group lets the points of the larger one count alone. */
  private boolean limited(RowLogic one, RowLogic other) {
    String name = one.row().text(ActionWord.GROUP);
    String same = other.row().text(ActionWord.GROUP);
    if (name == null || same == null || !name.equalsIgnoreCase(same)) {
      return false;
    }
    Group group = groups.get(folded(name));
    @Nullable Integer limit = group == null ? null : one.points() > 0 ? group.cap() : group.floor();
    return limit != null
        && Math.abs(limit) <= Math.max(Math.abs(one.points()), Math.abs(other.points()));
  }

  private void checkDecision(ActionWord word, RowLogic row, List<RowLogic> wider) {
    String cell = row.row().cell(word);
    if (cell == null) {
      return;
    }
    wider.stream()
        .filter(other -> other.row().has(word) && other.order() < row.order())
        .findFirst()
        .ifPresent(
            other ->
                warnings.add(
                    WarningCode.NEVER_DECIDES,
                    List.of(
                        new Place(row.sheet(), cell),
                        new Place(other.sheet(), String.valueOf(other.row().cell(word)))),
                    "%s can never decide: wherever it holds, %s holds too and stands above, so \"%s\" is not given by it."
                        .formatted(capital(row.place()), other.place(), row.row().text(word)),
                    "Move it up or remove it."));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
