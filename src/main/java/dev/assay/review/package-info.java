/** Re-assesses leads because time passed or the rules changed, not because an event came. */
@NullMarked
package dev.assay.review;

import org.jspecify.annotations.NullMarked;
