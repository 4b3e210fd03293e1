/** Compares two workbooks by what their rows say rather than by where they stand. */
@NullMarked
package dev.assay.comparison;

import org.jspecify.annotations.NullMarked;
