/** Tries a rule set on every stored lead, and writes nothing. */
@NullMarked
package dev.assay.simulation;

import org.jspecify.annotations.NullMarked;
