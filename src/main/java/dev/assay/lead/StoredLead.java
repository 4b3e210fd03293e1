package dev.assay.lead;

import dev.assay.assessment.Activities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead's row as read. */
record StoredLead(
    String lead,
    String profile,
    Activities activities,
    String awards,
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
