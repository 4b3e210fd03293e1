package dev.assay.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a table, column or row. */
public enum Change {
  ADDED,
  REMOVED,
  CHANGED,
  /** Says the same as before, above or below other rows than before. */
  MOVED;

  /** As it is written in answers. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
