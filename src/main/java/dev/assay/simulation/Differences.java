package dev.assay.simulation;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Line;
import dev.assay.assessment.RuleSource;
import dev.assay.simulation.Difference.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds what differs between two explanations. Lines are the same when sheet, reason and points are
 * the same, whatever their row: a row that was put in above moves all others.
 */
final class Differences {
  /** Leads differ in the same few ways, which are kept once. */
  private final Map<Difference, Difference> shared = new HashMap<>();

  /** Lines that may be one: same sheet or file, same reason. */
  private record Topic(@Nullable String place, String reason) {}

  private static final class Sides {
    final List<Said> before = new ArrayList<>(1);
    final List<Said> after = new ArrayList<>(1);
  }

  List<Difference> between(Standing before, Standing after) {
    Map<Topic, Sides> topics = new LinkedHashMap<>();
    collect(before, topics, true);
    collect(after, topics, false);
    List<Difference> differences = new ArrayList<>();
    topics.forEach((topic, sides) -> add(topic.reason(), sides, differences));
    return List.copyOf(differences);
  }

  private void add(String reason, Sides sides, List<Difference> to) {
    for (Said said : List.copyOf(sides.before)) {
      for (Said other : sides.after) {
        if (said.points() == other.points()) {
          sides.before.remove(said);
          sides.after.remove(other);
          break;
        }
      }
    }
    for (int i = 0; i < Math.max(sides.before.size(), sides.after.size()); i++) {
      Difference difference = new Difference(reason, at(sides.before, i), at(sides.after, i));
      Difference known = shared.putIfAbsent(difference, difference);
      to.add(known == null ? difference : known);
    }
  }

  private static @Nullable Said at(List<Said> said, int index) {
    return index < said.size() ? said.get(index) : null;
  }

  private static void collect(Standing standing, Map<Topic, Sides> topics, boolean before) {
    Assessment assessment = standing.assessment();
    if (assessment == null) {
      return;
    }
    for (Line line : assessment.lines()) {
      RuleSource rule = line instanceof Line.Award award ? award.rule() : null;
      say(topics, before, place(rule), line.reason(), line.points(), rule);
    }
    for (Assessment.Conclusion veto : assessment.vetoes()) {
      say(topics, before, STAGE, "Must be in no stage: " + veto.value(), 0, veto.rule());
    }
    boolean qualifies = false;
    for (Assessment.Qualified qualified : assessment.qualifications()) {
      say(topics, before, STAGE, "Qualifies for " + qualified.stage(), 0, qualified.rule());
      qualifies |= qualified.stage().equals(standing.position().stage());
    }
    if (standing.position().stage() != null && !qualifies) {
      String kept = "Stays in " + standing.position().stage() + " by its lower limit";
      say(topics, before, STAGE, kept, 0, null);
    }
  }

  private static void say(
      Map<Topic, Sides> topics,
      boolean before,
      @Nullable String place,
      String reason,
      int points,
      @Nullable RuleSource rule) {
    Sides sides = topics.computeIfAbsent(new Topic(place, reason), topic -> new Sides());
    (before ? sides.before : sides.after).add(new Said(points, rule));
  }

  private static @Nullable String place(@Nullable RuleSource rule) {
    return rule == null ? null : Objects.requireNonNullElse(rule.sheet(), rule.file());
  }

  private static final String STAGE = "stage";
}
