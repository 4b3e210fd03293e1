package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.assay.assessment.Activities;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A lead's row as read.
 *
 * @param awards points by rule
 * @param problem why it could not be assessed; the score is then that of assessedAt
 */
public record StoredLead(
    String lead,
    @JsonRawValue @Schema(implementation = dev.assay.assessment.Lead.class) String profile,
    @JsonIgnore Activities activities,
    @JsonRawValue @Schema(implementation = Object.class) String awards,
    int score,
    int fit,
    int engagement,
    @Nullable String grade,
    @Nullable String band,
    @Nullable String stage,
    @Nullable Instant stageSince,
    @Nullable String owner,
    int ruleset,
    @Nullable Instant assessedAt,
    @Nullable Instant nextReviewAt,
    @Nullable Instant lastActivityAt,
    Instant createdAt,
    @Nullable String problem) {}
