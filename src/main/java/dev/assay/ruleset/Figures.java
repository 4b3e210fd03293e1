package dev.assay.ruleset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** {@link Findings} in numbers. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Figures(int tables, int rows, int errors, int warnings, int cases, int failedCases) {}
