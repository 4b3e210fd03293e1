package dev.assay.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a workbook that is allowed but hardly meant.
 *
 * @param kind the code of a {@link WarningCode}: stable, in lower case with hyphens
 * @param message what is odd, and what comes of it
 * @param hint what to do
 * @param cells what it is about; none when it is about the workbook as a whole
 */
public record Warning(String kind, String message, String hint, List<Place> cells) {

  public Warning {
    cells = List.copyOf(cells);
  }

  /**
   * A cell.
   *
   * @param cell such as {@code C7}
   * @param value what stands there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Place(String sheet, String cell, @Nullable String value) {
    Place(String sheet, String cell) {
      this(sheet, cell, null);
    }

    @Override
    public String toString() {
      return sheet + "!" + cell;
    }
  }

  @Override
  public String toString() {
    return "%s %s: %s %s".formatted(kind, cells, message, hint);
  }
}
