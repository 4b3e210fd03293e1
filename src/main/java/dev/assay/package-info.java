/** Assay: a lead-scoring service whose score is a pure function of rules and history. */
@NullMarked
package dev.assay;

import org.jspecify.annotations.NullMarked;
