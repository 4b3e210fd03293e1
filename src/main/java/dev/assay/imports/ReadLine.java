package dev.assay.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.csv.FormulaEscape;
import dev.assay.csv.ReadCsv;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes of the lines of a file what their mapping says they are. Empty cells say nothing. */
final class ReadLine {
  private final Mapping mapping;
  private final List<String> header;
  private final List<@Nullable String> fields;
  private final String digest;

  /**
   * @param digest of the file, in hex
   */
  ReadLine(Mapping mapping, List<String> header, String digest) {
    this.mapping = mapping;
    this.header = header;
    this.fields = header.stream().<@Nullable String>map(mapping.columns()::get).toList();
    this.digest = digest.substring(0, 16);
  }

  Line read(ReadCsv.Row row) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    mapping.constants().forEach((field, value) -> set(body, field, value.strip()));
    String problem = null;
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = FormulaEscape.restore(row.cells().get(i).strip());
      if (i >= fields.size()) {
        problem =
            cell.isEmpty()
                ? problem
                : "The line has %d cells, the first line of the file only %d; is one parted by mistake?"
                    .formatted(row.cells().size(), fields.size());
      } else if (fields.get(i) != null && !cell.isEmpty()) {
        String field = Objects.requireNonNull(fields.get(i));
        if (problem == null && mapping.kind() == Kind.leads) {
          problem = Cells.problem(field, header.get(i), cell);
        }
        set(body, field, cell);
      }
    }
    String email = body.path("email").asText("");
    String lead = body.path("lead").asText(email);
    if (mapping.kind() == Kind.leads) {
      body.remove("lead");
    } else if (!body.has("id")) {
      body.put("id", digest + "-" + row.number());
    }
    if (mapping.kind() == Kind.events && !body.has("source")) {
      body.put("source", "import");
    }
    return new Line(row, lead, body, problem);
  }

  private void set(ObjectNode body, String field, String cell) {
    if (cell.isEmpty()) {
      return;
    }
    if (field.startsWith(Mapping.ATTRIBUTE)) {
      body.withObjectProperty("attributes")
          .set(field.substring(Mapping.ATTRIBUTE.length()), Cells.free(cell));
    } else if (field.startsWith(Mapping.PROPERTY)) {
      body.withObjectProperty("properties")
          .set(field.substring(Mapping.PROPERTY.length()), Cells.free(cell));
    } else if (field.equals("lead")) {
      body.put(field, cell);
    } else if (mapping.kind() == Kind.leads) {
      body.set(field, Cells.profile(field, cell));
    } else if (field.equals("occurredAt")) {
      body.set(field, Cells.time(cell));
    } else {
      body.put(field, cell);
    }
  }
}
