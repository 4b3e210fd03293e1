package dev.assay.console;

import dev.assay.imports.GuessMapping;
import dev.assay.imports.Import;
import dev.assay.imports.Kind;
import dev.assay.imports.Mapping;
import dev.assay.imports.PreviewImport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form in which columns are mapped, one choice a column.
 *
 * @param fields that a column can be, but for the one of its own name
 */
public record MappingForm(Kind kind, List<Column> columns, List<String> fields) {

  /**
   * A column.
   *
   * @param samples its first cells
   * @param field what it is taken for, empty for nothing
   * @param own the attribute or property of its own name
   */
  public record Column(String name, String samples, String field, String own) {}

  /**
   * What the first lines would become.
   *
   * @param problem why the mapping makes no sense, null if it does
   */
  public record Previews(List<PreviewImport.Previewed> lines, @Nullable String problem) {}

  private static final int SAMPLES = 3;

  static MappingForm of(Import file, Mapping mapping, List<PreviewImport.Previewed> lines) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < file.header().size(); i++) {
      int at = i;
      String name = file.header().get(i);
      String samples =
          lines.stream()
              .filter(line -> line.cells().size() > at && !line.cells().get(at).isBlank())
              .map(line -> line.cells().get(at).strip())
              .distinct()
              .limit(SAMPLES)
              .collect(Collectors.joining(" · "));
      columns.add(
          new Column(
              name,
              samples,
              mapping.columns().getOrDefault(name, ""),
              GuessMapping.free(mapping.kind(), name)));
    }
    return new MappingForm(mapping.kind(), columns, List.copyOf(Mapping.fields(mapping.kind())));
  }
}
