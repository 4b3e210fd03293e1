/** The ranked list as a file for spreadsheet programs. */
@NullMarked
package dev.assay.exports;

import org.jspecify.annotations.NullMarked;
