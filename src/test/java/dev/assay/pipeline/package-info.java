/** Tests of what one batch writes. */
@NullMarked
package dev.assay.pipeline;

import org.jspecify.annotations.NullMarked;
