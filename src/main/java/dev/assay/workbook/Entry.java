package dev.assay.workbook;

/**
 * A filled cell of a row.
 *
 * @param cell where it stands, such as {@code C12}
 * @param text as written; for numbers in plain digits
 */
public record Entry(Heading heading, String cell, String text) {}
