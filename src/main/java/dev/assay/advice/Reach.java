package dev.assay.advice;

import dev.assay.assessment.Dimension;
import dev.assay.assessment.Group;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.FactType;
import dev.assay.workbook.Workbook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The points that leads can have at the least and at the most, with caps, floors and atMost. Both
 * bounds are safe: no lead can be outside, though not every lead inside need be possible.
 */
record Reach(Span fit, Span engagement, Span total) {

  /** The rows of one group, or those without a group. */
  private static final class Members {
    final Gains up = new Gains();
    final Gains down = new Gains();

    Span span() {
      return new Span(-down.most(), up.most());
    }
  }

  /**
   * What rows and DRL give together.
   *
   * @param rows that can match
   */
  static Reach of(Workbook workbook, List<RowLogic> rows, DrlWords drl) {
    Map<String, Group> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    workbook.groups().forEach(group -> groups.put(group.name(), group));
    Map<String, Members> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Members freeFit = new Members();
    Members freeEngagement = new Members();
    for (RowLogic row : rows) {
      String group = row.row().text(ActionWord.GROUP);
      Members its =
          group != null
              ? members.computeIfAbsent(group, name -> new Members())
              : countsActivities(row) ? freeEngagement : freeFit;
      long most = most(row);
      (most < 0 ? its.down : its.up).add(row, Math.abs(most));
    }
    Span unknown = addDrl(drl.points(), groups, members);
    Span fit = freeFit.span().plus(unknown);
    Span engagement = freeEngagement.span().plus(unknown);
    Span both = freeFit.span().plus(freeEngagement.span()).plus(unknown);
    for (var of : members.entrySet()) {
      Group group = groups.get(of.getKey());
      if (group != null) {
        Span span = of.getValue().span().limited(group.floor(), group.cap()).orNothing();
        fit = group.dimension() == Dimension.FIT ? fit.plus(span) : fit;
        engagement = group.dimension() == Dimension.FIT ? engagement : engagement.plus(span);
        both = both.plus(span);
      }
    }
    return new Reach(fit, engagement, both.limited(workbook.floor(), workbook.ceiling()));
  }

  /** Points given without a group, whose dimension only the engine knows. */
  private static Span addDrl(
      @Nullable List<DrlWords.Points> all,
      Map<String, Group> groups,
      Map<String, Members> members) {
    if (all == null) {
      return new Span(-Span.UNBOUNDED, Span.UNBOUNDED);
    }
    Span free = Span.NONE;
    for (DrlWords.Points points : all) {
      if (points.group() == null || !groups.containsKey(points.group())) {
        free = free.plus(points.span());
      } else {
        Members of = members.computeIfAbsent(points.group(), name -> new Members());
        of.up.add(points.span().most());
        of.down.add(-points.span().least());
      }
    }
    return free;
  }

  private static boolean countsActivities(RowLogic row) {
    return row.demands().stream()
        .anyMatch(demand -> demand.fact() == FactType.ACTIVITY && !demand.absent());
  }

  /** The points of the row that are furthest from 0. */
  private static long most(RowLogic row) {
    Integer atMost = row.row().number(ActionWord.AT_MOST);
    if (!row.row().has(ActionWord.EACH)) {
      return row.points();
    }
    return atMost == null
        ? Integer.signum(row.points()) * Span.UNBOUNDED
        : (long) row.points() * atMost;
  }

  /** Of the field of the score. */
  Span of(String field) {
    return switch (field) {
      case "fit" -> fit;
      case "engagement" -> engagement;
      default -> total;
    };
  }
}
