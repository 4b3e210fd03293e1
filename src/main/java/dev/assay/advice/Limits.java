package dev.assay.advice;

import dev.assay.assessment.Fade;
import dev.assay.assessment.Group;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.Condition.CountWithin;
import dev.assay.workbook.FactType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds limits of a row that cannot change its points, or that leave none. */
final class Limits {
  /** Once a minute, day and night: no person does anything more often. */
  static final int TIMES_A_DAY = 1_440;

  private final Map<String, Group> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Warnings warnings;

  private Limits(List<Group> groups, Warnings warnings) {
    this.warnings = warnings;
    groups.forEach(group -> this.groups.put(group.name(), group));
  }

  static void check(List<RowLogic> rows, List<Group> groups, Warnings warnings) {
    Limits limits = new Limits(groups, warnings);
    for (RowLogic row : rows) {
      limits.checkAtMost(row);
      limits.checkWithin(row);
    }
  }

  private void checkAtMost(RowLogic row) {
    Integer atMost = row.row().number(ActionWord.AT_MOST);
    if (atMost == null) {
      return;
    }
    Integer within = row.row().number(ActionWord.WITHIN);
    String problem = null;
    String hint = "Write a smaller number or clear it.";
    boolean fades = row.row().has(ActionWord.FADE);
    Group group = groups.get(String.valueOf(row.row().text(ActionWord.GROUP)));
    @Nullable Integer limit = group == null ? null : row.points() > 0 ? group.cap() : group.floor();
    if (within != null && (long) within * TIMES_A_DAY < atMost) {
      problem =
          "nothing happens more than %d times within %d days, for that is more than once a minute."
              .formatted(atMost, within);
    } else if (!fades && alwaysFull(row, atMost, within)) {
      problem =
          "whenever the row holds it happened at least so often, so these are always %d points."
              .formatted((long) atMost * row.points());
      hint = "Write those as points once, or ask for fewer times.";
    } else if (limit != null && !fades && cutsBefore(limit, row.points(), atMost)) {
      problem =
          "group %s stops at %d, before %d times %d."
              .formatted(row.row().text(ActionWord.GROUP), limit, atMost, row.points());
      hint = "Write a smaller number or change the limit of the group.";
    }
    if (problem != null) {
      warnings.add(
          WarningCode.POINTLESS_AT_MOST,
          row.sheet(),
          List.of(String.valueOf(row.row().cell(ActionWord.AT_MOST))),
          "At most %d in %s changes nothing: %s".formatted(atMost, row.place(), problem),
          hint);
    }
  }

  private static boolean cutsBefore(int limit, int points, int atMost) {
    return points > 0
        ? limit <= (long) points * (atMost - 1)
        : limit >= (long) points * (atMost - 1);
  }

  /** Whether the row asks for at least as many occurrences as it then counts at most. */
  private static boolean alwaysFull(RowLogic row, int atMost, @Nullable Integer within) {
    for (Demand demand : row.demands()) {
      if (demand.fact() == FactType.ACTIVITY
          && !demand.absent()
          && demand.domains().get(Demand.WHEN) instanceof Recency recency) {
        for (CountWithin count : recency.counts()) {
          if (count.times() >= atMost && (within == null || count.days() <= within)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void checkWithin(RowLogic row) {
    Integer within = row.row().number(ActionWord.WITHIN);
    if (within == null) {
      return;
    }
    List<String> cell = List.of(String.valueOf(row.row().cell(ActionWord.WITHIN)));
    int quiet = quiet(row);
    if (quiet >= within) {
      warnings.add(
          WarningCode.NEVER_COUNTS,
          row.sheet(),
          cell,
          "%s never gives points: it asks that nothing happened for %d days and counts only the last %d."
              .formatted("R" + row.place().substring(1), quiet, within),
          "Count more days or clear it.");
    }
    Fade fade = Fade.parse(String.valueOf(row.row().text(ActionWord.FADE)));
    if (fade != null && fade.kind() == Fade.Kind.LINEAR && gone(fade) <= within) {
      warnings.add(
          WarningCode.POINTLESS_WITHIN,
          row.sheet(),
          cell,
          "Within %d days in %s changes nothing: the points have faded away after %d days."
              .formatted(within, row.place(), gone(fade)),
          "Write fewer days or clear it.");
    }
  }

  private static int quiet(RowLogic row) {
    int quiet = 0;
    for (Demand demand : row.demands()) {
      if (!demand.absent() && demand.domains().get(Demand.WHEN) instanceof Recency recency) {
        quiet = Math.max(quiet, recency.quiet());
      }
    }
    return quiet;
  }

  /** The days after which nothing is left. */
  private static long gone(Fade fade) {
    int each = fade.step() == fade.period() ? fade.period() : 1;
    long days = (100L * fade.period() + fade.percent() - 1) / fade.percent();
    return (days + each - 1) / each * each;
  }
}
