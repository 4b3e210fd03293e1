package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking a version.
 *
 * @param rules null when the workbook has errors
 */
record Checked(Findings findings, @Nullable RuleSet rules) {}
