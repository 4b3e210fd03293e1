package dev.assay.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

  /** Whether both say the same of different matches. */
  boolean sameAs(Claim that) {
    return rule.name().equals(that.rule.name())
        && each == that.each
        && Objects.equals(points, that.points)
        && Objects.equals(reason, that.reason)
        && Objects.equals(group, that.group)
        && Objects.equals(atMost, that.atMost)
        && Objects.equals(within, that.within)
        && Objects.equals(fade, that.fade);
  }

  void join(Claim that) {
    that.activities.stream()
        .filter(activity -> !activities.contains(activity))
        .forEach(activities::add);
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
    long[] counted = counted(looked, horizon);
    int total = pointsEach * (each ? counted.length : Math.min(1, counted.length));
    if (fade != null) {
      long[] ages = new long[counted.length];
      for (int i = 0; i < ages.length; i++) {
        ages[i] = horizon.asOf() - counted[i];
        long change = fade.nextChange(ages[i]);
        horizon.note(change == Long.MAX_VALUE ? change : counted[i] + change);
      }
      total = fade.total(pointsEach, ages);
    }
    return total == 0 ? null : award(total, model, looked, counted);
  }

  private long[] counted(List<Activity> looked, Horizon horizon) {
    long[] times = Windows.unite(looked.stream().map(Activity::times).toList());
    int from = 0;
    if (within != null) {
      from = Windows.firstAfter(times, horizon.asOf() - Days.toMillis(within));
    }
    from = Math.max(from, times.length - (!each ? 1 : atMost == null ? times.length : atMost));
    if (within != null && from < times.length) {
      horizon.note(times[from] + Days.toMillis(within));
    }
    return Arrays.copyOfRange(times, from, times.length);
  }

  /** Where a type with all its subjects was matched, its single subjects are already in it. */
  private List<Activity> withoutParts() {
    List<String> whole =
        activities.stream().filter(a -> a.getSubject() == null).map(Activity::getType).toList();
    return activities.stream()
        .filter(a -> a.getSubject() == null || !whole.contains(a.getType()))
        .sorted(BY_NAME)
        .toList();
  }

  private static final java.util.Comparator<Activity> BY_NAME =
      java.util.Comparator.comparing(Activity::getType)
          .thenComparing(a -> Objects.requireNonNullElse(a.getSubject(), ""));

  private Line.Award award(int total, ScoringModel model, List<Activity> looked, long[] counted) {
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
    boolean any = counted.length > 0;
    return new Line.Award(
        total,
        reason == null ? rule.name() : reason,
        rule,
        dimension,
        in == null ? null : in.name(),
        Objects.requireNonNull(points),
        fade == null ? null : fade.toString(),
        atMost,
        within,
        looked.stream()
            .map(a -> new Line.Counted(a.getType(), a.getSubject(), a.getCount()))
            .toList(),
        any ? counted.length : null,
        any ? java.time.Instant.ofEpochMilli(counted[0]) : null,
        any ? java.time.Instant.ofEpochMilli(counted[counted.length - 1]) : null);
  }
}
