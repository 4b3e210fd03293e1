package dev.assay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead in the ranking. */
public record RankedLead(
    String lead,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String title,
    @Nullable String company,
    @Nullable String email,
    int score,
    int fit,
    int engagement,
    @Nullable String grade,
    @Nullable String band,
    @Nullable String stage,
    @Nullable String owner,
    @Nullable Instant lastActivityAt) {}
