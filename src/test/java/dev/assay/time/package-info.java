/** Clocks for tests. */
@NullMarked
package dev.assay.time;

import org.jspecify.annotations.NullMarked;
