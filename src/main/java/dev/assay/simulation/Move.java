package dev.assay.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stage change that would have happened.
 *
 * @param from null for none
 * @param to null for none
 */
public record Move(Instant at, @Nullable String from, @Nullable String to) {}
