package dev.assay.ruleset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a workbook that is allowed but hardly meant.
 *
 * @param kind stable, in lower case with hyphens
 * @param message what is odd, and what comes of it
 * @param hint what to do
 * @param cells what it is about
 */
public record Warning(String kind, String message, String hint, List<Place> cells) {

  public Warning {
    cells = List.copyOf(cells);
  }

  /**
   * A cell.
   *
   * @param cell such as {@code C7}, null for the whole sheet
   * @param value what stands there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Place(String sheet, @Nullable String cell, @Nullable String value) {}
}
