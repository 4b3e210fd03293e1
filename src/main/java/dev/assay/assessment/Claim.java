package dev.assay.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Points that a rule asks for, collected over all its matches. A rule that matches several
 * activities still gives one award, over the occurrences of all of them.
 */
final class Claim {
  final RuleSource rule;
  @Nullable Integer points;
  boolean each;
  @Nullable Integer atMost;
  @Nullable Integer within;
  @Nullable Fade fade;
  @Nullable String reason;
  @Nullable String group;
  final List<Activity> activities = new ArrayList<>(2);

  Claim(RuleSource rule) {
    this.rule = rule;
  }

  /** What a claim says; claims that say the same of different matches are one. */
  record Words(
      RuleSource rule,
      @Nullable Integer points,
      boolean each,
      @Nullable Integer atMost,
      @Nullable Integer within,
      @Nullable Fade fade,
      @Nullable String reason,
      @Nullable String group) {

    /** Of what tells claims apart in practice; that of a record, over everything, costs more. */
    @Override
    public int hashCode() {
      int hash = 31 * rule.name().hashCode() + (points == null ? 0 : points);
      return 31 * hash + (reason == null ? 0 : reason.hashCode());
    }
  }

  Words words() {
    return new Words(rule, points, each, atMost, within, fade, reason, group);
  }

  void join(Claim that) {
    activities.addAll(that.activities);
  }

  /** The award at the horizon's moment, or null when nothing is left of it. */
  Line.@Nullable Award award(Horizon horizon, ScoringModel model) {
    int pointsEach = Objects.requireNonNull(points);
    if (activities.isEmpty()) {
      if (each || fade != null || atMost != null || within != null) {
        throw new RuleFailure(
            rule.toString(),
            "each, atMost, within and fade count occurrences, but the rule names no Activity",
            null);
      }
      return pointsEach == 0 ? null : award(pointsEach, model, List.of(), new long[0]);
    }
    List<Activity> looked = withoutParts();
    long[] counted = counted(looked, horizon.asOf());
    long total = (long) pointsEach * counted.length;
    if (fade != null) {
      long[] ages = new long[counted.length];
      for (int i = 0; i < ages.length; i++) {
        ages[i] = horizon.asOf() - counted[i];
      }
      total = fade.total(pointsEach, ages);
    }
    if (total == 0) {
      // Ageing only takes away, so there is nothing to wait for.
      return null;
    }
    noteNextChange(counted, horizon);
    return award(total, model, looked, counted);
  }

  /** The occurrences that give points; the latest one alone unless each gives them. */
  private long[] counted(List<Activity> looked, long asOf) {
    long[] times =
        looked.size() == 1
            ? looked.get(0).times()
            : Windows.unite(looked.stream().map(Activity::times).toList());
    int from = 0;
    if (within != null) {
      from = Windows.firstAfter(times, asOf - Days.toMillis(within));
    }
    from = Math.max(from, times.length - (!each ? 1 : atMost == null ? times.length : atMost));
    return Arrays.copyOfRange(times, from, times.length);
  }

  private void noteNextChange(long[] counted, Horizon horizon) {
    if (within != null) {
      horizon.note(counted[0] + Days.toMillis(within));
    }
    for (long at : counted) {
      long change = fade == null ? Long.MAX_VALUE : fade.nextChange(horizon.asOf() - at);
      if (change != Long.MAX_VALUE) {
        horizon.note(at + change);
      }
    }
  }

  /** Where a type with all its subjects was matched, its single subjects are already in it. */
  private List<Activity> withoutParts() {
    if (activities.size() == 1) {
      return activities;
    }
    Set<String> whole = new HashSet<>();
    for (Activity activity : activities) {
      if (activity.getSubject() == null) {
        whole.add(activity.getType());
      }
    }
    Set<Activity> once = new TreeSet<>(BY_NAME);
    for (Activity activity : activities) {
      if (activity.getSubject() == null || !whole.contains(activity.getType())) {
        once.add(activity);
      }
    }
    return List.copyOf(once);
  }

  private static final java.util.Comparator<Activity> BY_NAME =
      java.util.Comparator.comparing(Activity::getType)
          .thenComparing(a -> Objects.requireNonNullElse(a.getSubject(), ""));

  private Line.Award award(long total, ScoringModel model, List<Activity> looked, long[] counted) {
    Group in = group == null ? null : model.groups().get(group);
    if (group != null && in == null) {
      throw new RuleFailure(
          rule.toString(),
          "group \"%s\" is not on the Groups sheet, which has %s"
              .formatted(group, model.groups().keySet()),
          null);
    }
    Dimension dimension =
        in != null ? in.dimension() : looked.isEmpty() ? Dimension.FIT : Dimension.ENGAGEMENT;
    if (Math.abs(total) > MOST_OF_ONE_AWARD) {
      throw new RuleFailure(
          rule.toString(),
          "gives %d points, and one rule may give or take at most %d"
              .formatted(total, MOST_OF_ONE_AWARD),
          null);
    }
    boolean any = counted.length > 0;
    return new Line.Award(
        (int) total,
        reason == null ? rule.name() : reason,
        rule,
        dimension,
        in == null ? null : in.name(),
        Objects.requireNonNull(points),
        fade,
        atMost,
        within,
        counted(looked),
        any ? counted.length : null,
        any ? java.time.Instant.ofEpochMilli(counted[0]) : null,
        any ? java.time.Instant.ofEpochMilli(counted[counted.length - 1]) : null);
  }

  private static List<Line.Counted> counted(List<Activity> looked) {
    List<Line.Counted> counted = new ArrayList<>(looked.size());
    for (Activity activity : looked) {
      counted.add(new Line.Counted(activity.getType(), activity.getSubject(), activity.getCount()));
    }
    return counted;
  }

  /** Far beyond any score; with it all rows of a workbook together stay within a long. */
  private static final int MOST_OF_ONE_AWARD = 1_000_000_000;
}
