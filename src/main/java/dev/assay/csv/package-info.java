/** Reads and writes CSV: in bounded memory, and so that no spreadsheet program runs a cell. */
@NullMarked
package dev.assay.csv;

import org.jspecify.annotations.NullMarked;
