package dev.assay.workbook;

import org.jspecify.annotations.Nullable;

/**
 * What a row does.
 *
 * @param text as written; for numbers in plain digits
 * @param number null for actions that take a text
 * @param cell where it stands, such as {@code C7}
 */
public record Action(ActionWord word, String text, @Nullable Integer number, String cell) {}
