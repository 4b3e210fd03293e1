package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assay.assessment.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * Why a lead has its score.
 *
 * @param lead null where nothing is stored
 * @param stage where the lead stands; for a moment in the past or a lead that is not stored, where
 *     it would stand if it came from none
 */
public record Explanation(
    @Nullable String lead, @Nullable String stage, @JsonUnwrapped Assessment assessment) {}
