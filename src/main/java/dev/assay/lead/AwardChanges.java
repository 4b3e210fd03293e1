package dev.assay.lead;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Line;
import dev.assay.assessment.RuleSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which awards made a change of score. All points sum to the difference of the scores.
 *
 * @param changes the strongest
 * @param others how many there are beside them
 * @param othersPoints what these add together
 */
public record AwardChanges(List<AwardChange> changes, int others, int othersPoints) {
  private static final int MOST = 8;

  /**
   * @param before null where there was no score before
   */
  static AwardChanges between(@Nullable Assessment before, Assessment after) {
    List<Line> ended = new ArrayList<>(before == null ? List.of() : before.lines());
    List<Line> appeared = new ArrayList<>(after.lines());
    List<AwardChange> all = new ArrayList<>();
    pair(ended, appeared, AwardChanges::byRule, after.ruleset(), all);
    if (before != null && before.ruleset() != after.ruleset()) {
      pair(ended, appeared, AwardChanges::byPlace, after.ruleset(), all); // rows may have moved
    }
    appeared.forEach(line -> all.add(change(line, 0, line.points(), after.ruleset())));
    ended.forEach(
        line -> all.add(change(line, line.points(), 0, Objects.requireNonNull(before).ruleset())));
    all.removeIf(change -> change.points() == 0);
    all.sort(Comparator.comparing(change -> -Math.abs(change.points())));
    List<AwardChange> rest = all.subList(Math.min(MOST, all.size()), all.size());
    return new AwardChanges(
        List.copyOf(all.subList(0, all.size() - rest.size())),
        rest.size(),
        rest.stream().mapToInt(AwardChange::points).sum());
  }

  private record Key(String rule, String reason) {}

  /** Takes out of both what is the same award on both sides. */
  private static void pair(
      List<Line> ended,
      List<Line> appeared,
      Function<Line, Key> key,
      int ruleset,
      List<AwardChange> all) {
    Map<Key, Deque<Line>> known = new HashMap<>();
    ended.forEach(
        line -> known.computeIfAbsent(key.apply(line), k -> new ArrayDeque<>()).add(line));
    appeared.removeIf(
        line -> {
          Deque<Line> same = known.get(key.apply(line));
          Line was = same == null ? null : same.poll();
          if (was != null) {
            all.add(change(line, was.points(), line.points(), ruleset));
          }
          return was != null;
        });
    ended.clear();
    known.values().forEach(ended::addAll);
  }

  private static Key byRule(Line line) {
    RuleSource rule = rule(line);
    return new Key(rule == null ? "" : rule.name(), line.reason());
  }

  private static Key byPlace(Line line) {
    RuleSource rule = rule(line);
    return new Key(rule == null ? "" : rule.sheet() + " " + rule.file(), line.reason());
  }

  private static @Nullable RuleSource rule(Line line) {
    return line instanceof Line.Award award ? award.rule() : null;
  }

  private static AwardChange change(Line line, int before, int after, int ruleset) {
    return new AwardChange(line.reason(), after - before, before, after, rule(line), ruleset);
  }
}
