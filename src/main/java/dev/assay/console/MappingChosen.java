package dev.assay.console;

import dev.assay.imports.Import;
import dev.assay.imports.Kind;
import dev.assay.imports.Mapping;
import jakarta.ws.rs.FormParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen in the form in which columns are mapped.
 *
 * @param fields the choices in the order of the columns, empty for those left out
 */
record MappingChosen(
    @FormParam("kind") @Nullable Kind kind,
    @FormParam("field") List<String> fields,
    @FormParam("type") @Nullable String type,
    @FormParam("source") @Nullable String source) {

  /**
   * What that means for the file.
   *
   * @param otherwise what the lines are where the form does not say it
   */
  Mapping mapping(Import file, Kind otherwise) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(fields.size(), file.header().size()); i++) {
      if (!fields.get(i).isEmpty()) {
        columns.put(file.header().get(i), fields.get(i));
      }
    }
    Map<String, String> constants = new LinkedHashMap<>();
    put(constants, "type", type);
    put(constants, "source", source);
    return new Mapping(kind == null ? otherwise : kind, columns, constants);
  }

  private static void put(Map<String, String> constants, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      constants.put(field, value.strip());
    }
  }
}
