package dev.assay.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.csv.FormulaEscape;
import dev.assay.csv.ReadCsv;
import dev.assay.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes of the lines of a file what their mapping says they are. Empty cells say nothing. */
final class ReadLine {
  /** Characters of a column's name that a problem shows. */
  private static final int LONGEST_NAME = 100;

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
    mapping.constants().forEach((field, value) -> setConstant(body, field, value.strip()));
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
        JsonNode value = value(field, cell);
        if (isNoNumber(field, value)) {
          String wrong = noNumber(field, cell, header.get(i));
          problem = problem == null ? wrong : problem + "; " + wrong;
        } else {
          set(body, field, value);
        }
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

  /** What the cells that are not empty become, one by one. */
  List<CellReading> readings(ReadCsv.Row row) {
    List<CellReading> readings = new ArrayList<>();
    for (int i = 0; i < Math.min(row.cells().size(), fields.size()); i++) {
      String cell = FormulaEscape.restore(row.cells().get(i).strip());
      String field = fields.get(i);
      if (field != null && !cell.isEmpty()) {
        JsonNode after = value(field, cell);
        readings.add(new CellReading(header.get(i), field, cell, after, note(field, cell, after)));
      }
    }
    return readings;
  }

  private @Nullable String note(String field, String cell, JsonNode after) {
    if (isNoNumber(field, after)) {
      return Numbers.expected(field, cell);
    }
    return isFree(field) && Numbers.isTwo(cell)
        ? "stays a text: as a number it may mean " + Numbers.twoNumbers(cell)
        : null;
  }

  private boolean isNoNumber(String field, JsonNode value) {
    return value.isTextual() && mapping.kind() == Kind.leads && Numbers.is(field);
  }

  private static String noNumber(String field, String cell, String column) {
    return "%s, in column \"%s\""
        .formatted(
            new Violation(field, cell, Numbers.expected(field, cell)),
            column.length() <= LONGEST_NAME ? column : column.substring(0, LONGEST_NAME) + "…");
  }

  private static boolean isFree(String field) {
    return field.startsWith(Mapping.ATTRIBUTE) || field.startsWith(Mapping.PROPERTY);
  }

  private void setConstant(ObjectNode body, String field, String value) {
    if (!value.isEmpty()) {
      set(body, field, value(field, value));
    }
  }

  private static void set(ObjectNode body, String field, JsonNode value) {
    if (field.startsWith(Mapping.ATTRIBUTE)) {
      body.withObjectProperty("attributes").set(field.substring(Mapping.ATTRIBUTE.length()), value);
    } else if (field.startsWith(Mapping.PROPERTY)) {
      body.withObjectProperty("properties").set(field.substring(Mapping.PROPERTY.length()), value);
    } else {
      body.set(field, value);
    }
  }

  private JsonNode value(String field, String cell) {
    if (isFree(field)) {
      return Cells.free(cell);
    }
    if (mapping.kind() == Kind.leads && !field.equals("lead")) {
      return Cells.profile(field, cell);
    }
    return field.equals("occurredAt") ? Cells.time(cell) : new TextNode(cell);
  }
}
