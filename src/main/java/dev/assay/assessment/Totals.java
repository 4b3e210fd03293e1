package dev.assay.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds up awards under the limits of a rule set. Every limit that bites becomes a line of its own.
 */
final class Totals {
  private final ScoringModel model;
  private final List<Line> lines = new ArrayList<>();
  private long fit;
  private long engagement;

  Totals(ScoringModel model, List<Line.Award> awards) {
    this.model = model;
    lines.addAll(awards);
    Map<String, Long> ofGroup = new TreeMap<>();
    for (Line.Award award : awards) {
      add(award.dimension(), award.points());
      if (award.group() != null) {
        ofGroup.merge(award.group(), (long) award.points(), Long::sum);
      }
    }
    ofGroup.forEach(this::limitGroup);
  }

  private void limitGroup(String name, long points) {
    Group group = java.util.Objects.requireNonNull(model.groups().get(name));
    Integer limit = crossed(points, group.floor(), group.cap());
    if (limit != null) {
      int correction = whole(limit - points);
      String reason =
          limit < points
              ? "Group " + name + " gives at most " + limit
              : limit > 0
                  ? "Group " + name + " gives at least " + limit
                  : "Group " + name + " takes at most " + -limit;
      lines.add(new Line.Limit(correction, reason, limit, name, group.dimension()));
      add(group.dimension(), correction);
    }
  }

  private void add(Dimension dimension, int points) {
    if (dimension == Dimension.FIT) {
      fit += points;
    } else {
      engagement += points;
    }
  }

  /** The score; adds the line for the overall limit if that bites. */
  Score score() {
    long sum = fit + engagement;
    Integer limit = crossed(sum, model.floor(), model.ceiling());
    if (limit != null) {
      String reason = limit < sum ? "A score is at most " + limit : "A score is at least " + limit;
      lines.add(new Line.Limit(whole(limit - sum), reason, limit, null, null));
      sum = limit;
    }
    return new Score(whole(sum), whole(fit), whole(engagement));
  }

  List<Line> lines() {
    return lines;
  }

  private static int whole(long points) {
    if (points != (int) points) {
      throw new RuleFailure("of all together", "%d points are too many".formatted(points), null);
    }
    return (int) points;
  }

  private static @Nullable Integer crossed(
      long points, @Nullable Integer floor, @Nullable Integer cap) {
    if (cap != null && points > cap) {
      return cap;
    }
    return floor != null && points < floor ? floor : null;
  }
}
