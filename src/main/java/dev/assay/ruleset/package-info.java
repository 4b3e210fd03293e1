/**
 * Versions of rules: the workbook and the DRL they came from, their cases, and which one is live.
 */
@NullMarked
package dev.assay.ruleset;

import org.jspecify.annotations.NullMarked;
