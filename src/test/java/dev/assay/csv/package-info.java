/** Tests of {@code dev.assay.csv}. */
@NullMarked
package dev.assay.csv;

import org.jspecify.annotations.NullMarked;
