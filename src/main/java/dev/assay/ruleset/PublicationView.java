package dev.assay.ruleset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication as it is told.
 *
 * @param ruleset the version that went live
 * @param replaced the version that was live before, null for the first
 * @param publishedBy id of the key, null when the service did it itself at its start
 * @param announce whether stage changes that come of the new rules alone are sent
 * @param reassessedAt when the last lead was assessed under it, null while some are not
 */
public record PublicationView(
    int ruleset,
    @Nullable Integer replaced,
    Instant publishedAt,
    @Nullable String publishedBy,
    String comment,
    boolean announce,
    @Nullable Instant reassessedAt) {}
