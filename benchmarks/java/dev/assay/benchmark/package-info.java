/** Measures the packaged service beside plain programs that do the same work on the same server. */
@NullMarked
package dev.assay.benchmark;

import org.jspecify.annotations.NullMarked;
