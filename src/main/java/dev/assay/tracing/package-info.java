/** Carries the trace of an event over the database, to the delivery it brings about. */
@NullMarked
package dev.assay.tracing;

import org.jspecify.annotations.NullMarked;
