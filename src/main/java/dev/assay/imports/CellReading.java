package dev.assay.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a cell becomes.
 *
 * @param before what is in the file
 * @param after the value of the field
 * @param note what is to be known of it, null if it goes without saying
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CellReading(
    String column, String field, String before, JsonNode after, @Nullable String note) {

  /** Whether it says something else than before, or something is to be known of it. */
  @JsonIgnore
  public boolean isChanged() {
    return note != null || !shown().equals(before);
  }

  /** The value as a text. */
  public String shown() {
    return after.isValueNode() ? after.asText() : after.toString();
  }
}
