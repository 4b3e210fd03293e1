/**
 * Reads the analysts' spreadsheet into typed tables; nothing in it is ever compiled or evaluated.
 */
@NullMarked
package dev.assay.workbook;

import org.jspecify.annotations.NullMarked;
