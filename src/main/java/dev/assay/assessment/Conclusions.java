package dev.assay.assessment;

import dev.assay.assessment.Assessment.Conclusion;
import dev.assay.assessment.Assessment.Qualified;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rules concluded beside points. Where only one can stand, the first rule in order decides.
 */
final class Conclusions {
  private final Map<String, Conclusion> traits = new TreeMap<>();
  private final Map<String, Conclusion> qualifications = new TreeMap<>();
  private final Map<RuleSource, Integer> leaveBelow = new HashMap<>();
  private final Map<String, Conclusion> vetoes = new TreeMap<>();
  private @Nullable Conclusion grade;
  private @Nullable Conclusion band;
  private @Nullable Conclusion owner;

  void trait(String name, RuleSource by) {
    put(traits, name, by);
  }

  void qualification(String stage, RuleSource by) {
    put(qualifications, stage, by);
  }

  boolean hasTrait(String name) {
    return traits.containsKey(name);
  }

  boolean hasQualification(String stage) {
    return qualifications.containsKey(stage);
  }

  void veto(String reason, RuleSource by) {
    put(vetoes, reason, by);
  }

  void leaveBelow(RuleSource by, int score) {
    leaveBelow.put(by, score);
  }

  void grade(String value, RuleSource by) {
    grade = first(grade, new Conclusion(value, by));
  }

  void band(String value, RuleSource by) {
    band = first(band, new Conclusion(value, by));
  }

  void owner(String value, RuleSource by) {
    owner = first(owner, new Conclusion(value, by));
  }

  @Nullable Conclusion grade() {
    return grade;
  }

  @Nullable Conclusion band() {
    return band;
  }

  @Nullable Conclusion owner() {
    return owner;
  }

  List<Conclusion> traits() {
    return new ArrayList<>(traits.values());
  }

  List<Conclusion> vetoes() {
    return new ArrayList<>(vetoes.values());
  }

  /** Lowest stage first. */
  List<Qualified> qualifications(Stages stages) {
    Collection<Conclusion> claimed = qualifications.values();
    for (Conclusion claim : claimed) {
      if (!stages.knows(claim.value())) {
        throw new RuleFailure(
            claim.rule().toString(),
            "stage \"%s\" is not on the Stages sheet, which has %s"
                .formatted(
                    claim.value(), stages.inOrder().stream().map(Stages.Stage::name).toList()),
            null);
      }
    }
    return claimed.stream()
        .sorted(Comparator.comparing(claim -> stages.rank(claim.value())))
        .map(claim -> new Qualified(claim.value(), leaveBelow.get(claim.rule()), claim.rule()))
        .toList();
  }

  private static void put(Map<String, Conclusion> into, String value, RuleSource by) {
    Conclusion said = new Conclusion(value, by);
    into.merge(value, said, Conclusions::first);
  }

  private static Conclusion first(@Nullable Conclusion one, Conclusion other) {
    return one == null || other.rule().compareTo(one.rule()) < 0 ? other : one;
  }
}
