package dev.assay.lead;

import org.jspecify.annotations.Nullable;

/** Which leads to show; null leaves a filter out, {@code none} asks for leads without the value. */
public record RankingFilter(
    @Nullable SavedView view,
    @Nullable String stage,
    @Nullable String band,
    @Nullable String grade,
    @Nullable String owner,
    @Nullable String text) {}
