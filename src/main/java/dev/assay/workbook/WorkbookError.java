package dev.assay.workbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something in a workbook that must be put right.
 *
 * @param sheet null when it is about the whole file
 * @param cell such as {@code C7}, null when it is about the whole sheet
 * @param value what stands there, shortened and without control characters
 * @param expected what should stand there
 * @param hint what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkbookError(
    @Nullable String sheet,
    @Nullable String cell,
    @Nullable String value,
    String expected,
    String hint) {

  private static final int LONGEST_VALUE = 80;

  public WorkbookError {
    value = value == null ? null : shorten(value);
  }

  static WorkbookError ofFile(String expected, String hint) {
    return new WorkbookError(null, null, null, expected, hint);
  }

  private static String shorten(String value) {
    String clean = value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "�");
    return clean.length() <= LONGEST_VALUE ? clean : clean.substring(0, LONGEST_VALUE) + "…";
  }

  @Override
  public String toString() {
    return "%s!%s \"%s\": expected %s. %s".formatted(sheet, cell, value, expected, hint);
  }
}
