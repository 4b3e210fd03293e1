package dev.assay.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.assessment.RuleSource;
import org.jspecify.annotations.Nullable;

/**
 * A line that stands in one explanation of a lead and not, or not so, in the other. What the points
 * of all differences add up to is the difference of the scores.
 *
 * @param before what the live rules say, null for nothing
 * @param after what the rules that are tried say, null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(String reason, @Nullable Said before, @Nullable Said after) {

  /**
   * What one set of rules says.
   *
   * @param points 0 for conclusions about the stage
   * @param rule null for limits of groups and of the score
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Said(int points, @Nullable RuleSource rule) {}

  /** Points after less points before. */
  int points() {
    return (after == null ? 0 : after.points()) - (before == null ? 0 : before.points());
  }
}
