package dev.assay.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of leads that change stage, in the order of their keys.
 *
 * @param next the cursor of the page after it, null on the last one
 */
public record ChangePage(List<Change> changes, @Nullable String next) {}
