/** Tests of comparing workbooks. */
@NullMarked
package dev.assay.comparison;

import org.jspecify.annotations.NullMarked;
