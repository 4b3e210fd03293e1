package dev.assay.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set makes of a lead at one moment.
 *
 * @param asOf the moment
 * @param ruleset number of the rule set
 * @param lines points that sum to the score: awards in the order of their rules, then limits
 * @param owner whom the lead should go to, null if no rule says
 * @param vetoes reasons for which the lead must be in no stage
 * @param nextReviewAt the earliest moment at which time alone can change this assessment, null for
 *     never
 */
public record Assessment(
    Instant asOf,
    int ruleset,
    Score score,
    @Nullable Conclusion grade,
    @Nullable Conclusion band,
    List<Qualified> qualifications,
    List<Conclusion> vetoes,
    @Nullable Conclusion owner,
    List<Conclusion> traits,
    List<Line> lines,
    @Nullable Instant nextReviewAt) {

  public Assessment {
    qualifications = List.copyOf(qualifications);
    vetoes = List.copyOf(vetoes);
    traits = List.copyOf(traits);
    lines = List.copyOf(lines);
  }

  /** A value and the rule that said so. */
  public record Conclusion(String value, RuleSource rule) {}

  /** A stage the lead qualifies for, and the rule that said so. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Qualified(String stage, @Nullable Integer leaveBelow, RuleSource rule) {}

  public @Nullable String gradeValue() {
    return grade == null ? null : grade.value();
  }

  public @Nullable String bandValue() {
    return band == null ? null : band.value();
  }

  public @Nullable String ownerValue() {
    return owner == null ? null : owner.value();
  }

  /** The awards, strongest first; of equal ones the earlier rule. */
  public List<Line.Award> strongest(int most) {
    return lines.stream()
        .filter(Line.Award.class::isInstance)
        .map(Line.Award.class::cast)
        .sorted((one, other) -> Math.abs(other.points()) - Math.abs(one.points()))
        .limit(most)
        .toList();
  }
}
