/** Figures over all leads: the funnel, its weeks, and whether those who score high buy. */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
