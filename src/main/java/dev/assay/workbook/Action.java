package dev.assay.workbook;

import org.jspecify.annotations.Nullable;

/**
 * What a row does.
 *
 * @param text as written; for numbers in plain digits
 * @param number null for actions that take a text
 */
public record Action(ActionWord word, String text, @Nullable Integer number) {}
