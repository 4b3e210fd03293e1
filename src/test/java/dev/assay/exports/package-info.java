/** Tests of {@code dev.assay.exports}. */
@NullMarked
package dev.assay.exports;

import org.jspecify.annotations.NullMarked;
