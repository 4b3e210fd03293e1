/** Finds what is allowed in a workbook but hardly meant, and says what to do about it. */
@NullMarked
package dev.assay.advice;

import org.jspecify.annotations.NullMarked;
