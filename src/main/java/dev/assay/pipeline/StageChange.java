package dev.assay.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead moved up or down the funnel.
 *
 * @param sequence counts the lead's stage changes from 1, without gaps
 * @param at when the lead was assessed, not when the event was received
 * @param from the stage left, null for none
 * @param to the stage reached, null for none
 * @param cause the event that brought it, null when something else did
 */
record StageChange(
    String lead,
    int sequence,
    Instant at,
    @Nullable String from,
    @Nullable String to,
    int score,
    int ruleset,
    @Nullable String owner,
    @Nullable Event cause) {}
