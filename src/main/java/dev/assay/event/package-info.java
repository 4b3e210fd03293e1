/**
 * Takes in what leads do: JSON, NDJSON and CloudEvents, checked, normalised and answered one by
 * one.
 */
@NullMarked
package dev.assay.event;

import org.jspecify.annotations.NullMarked;
