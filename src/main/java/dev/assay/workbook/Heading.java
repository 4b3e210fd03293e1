package dev.assay.workbook;

/**
 * The head of a column.
 *
 * @param meaning what its cells are, in the words of the technical rows; unique in its table
 * @param label what people read above it; the meaning where there is no label
 * @param cell where the label stands, such as {@code C10}
 */
public record Heading(String meaning, String label, String cell) {}
