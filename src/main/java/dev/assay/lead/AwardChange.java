package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.assessment.RuleSource;
import org.jspecify.annotations.Nullable;

/**
 * How the points of an award, or of a limit, changed with a score.
 *
 * @param points what it adds to the score or takes from it, never 0
 * @param before the points that it gave until then, 0 where it appeared
 * @param after the points that it gives from then on, 0 where it ended
 * @param rule that gives them, or gave them; null for a limit
 * @param ruleset the version in which that rule stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardChange(
    String reason, int points, int before, int after, @Nullable RuleSource rule, int ruleset) {}
