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

  /** Fit to be shown: neither long nor able to disturb what stands around it. */
  static String shorten(String value) {
    boolean tooLong = value.length() > LONGEST_VALUE;
    String shown = tooLong ? value.substring(0, LONGEST_VALUE) + "…" : value;
    return shown.replaceAll("[\\p{Cntrl}\\p{Cf}]", "�");
  }

  @Override
  public String toString() {
    return "%s!%s \"%s\": expected %s. %s".formatted(sheet, cell, value, expected, hint);
  }
}
