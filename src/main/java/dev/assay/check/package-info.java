/** Proves that what is stored of each lead is what its logs say, and repairs it where it is not. */
@NullMarked
package dev.assay.check;

import org.jspecify.annotations.NullMarked;
