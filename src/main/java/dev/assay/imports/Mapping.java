package dev.assay.imports;

import dev.assay.lead.TakeProfiles;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the columns of a file mean.
 *
 * @param columns the field of a lead or event by the name of the column; columns that are not named
 *     are left out
 * @param constants fields that are the same in each line
 */
@Schema(
    description =
        "Which field each column is. Fields of leads: lead, those of a profile, attributes.<name>; of"
            + " events: id, lead, email, type, subject, occurredAt, source, properties.<name>")
public record Mapping(Kind kind, Map<String, String> columns, Map<String, String> constants) {
  static final String ATTRIBUTE = "attributes.";
  static final String PROPERTY = "properties.";
  private static final Set<String> OF_EVENTS =
      Set.of("id", "lead", "email", "type", "subject", "occurredAt", "source");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

  public Mapping {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  /** The same in the order of the file's columns, which storing it loses. */
  Mapping inOrderOf(List<String> header) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String column : header) {
      String field = columns.get(column);
      if (field != null) {
        ordered.put(column, field);
      }
    }
    ordered.putAll(columns);
    return new Mapping(kind, ordered, constants);
  }

  /** The fields that a column can be, but for attributes and properties. */
  public static Set<String> fields(Kind kind) {
    Set<String> fields = new TreeSet<>(kind == Kind.events ? OF_EVENTS : TakeProfiles.fields());
    fields.remove("attributes");
    fields.add("lead");
    return fields;
  }

  /**
   * Compares with the columns there are.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem with everything that is wrong
   */
  public void check(Collection<String> header) {
    List<Violation> wrong = new ArrayList<>();
    Set<String> used = new HashSet<>();
    columns.forEach(
        (column, field) -> {
          if (!header.contains(column)) {
            wrong.add(
                new Violation(
                    "columns",
                    column,
                    "must name columns of the file: " + String.join(", ", header)));
          }
          checkField("columns", field, used, wrong);
        });
    constants.forEach(
        (field, value) -> {
          checkField("constants", field, used, wrong);
          checkNumber(field, value.strip(), wrong);
        });
    if (!used.contains("lead") && !used.contains("email")) {
      wrong.add(new Violation("columns", null, "must say which column is the lead, or its email"));
    }
    if (kind == Kind.events && used.contains("lead") && used.contains("email")) {
      wrong.add(new Violation("columns", null, "must map lead or email of an event, not both"));
    }
    if (kind == Kind.events && !used.contains("type")) {
      wrong.add(
          new Violation(
              "columns", null, "must say which column is the type, or constants must hold one"));
    }
    if (!wrong.isEmpty()) {
      throw Problems.invalid(wrong);
    }
  }

  private void checkNumber(String field, String value, List<Violation> wrong) {
    if (kind == Kind.leads
        && Numbers.is(field)
        && !value.isEmpty()
        && Numbers.read(field, value) == null) {
      wrong.add(new Violation("constants." + field, value, Numbers.expected(field, value)));
    }
  }

  private void checkField(String where, String field, Set<String> used, List<Violation> wrong) {
    String free = kind == Kind.leads ? ATTRIBUTE : PROPERTY;
    boolean known =
        field.startsWith(free)
            ? NAME.matcher(field.substring(free.length())).matches()
            : fields(kind).contains(field);
    if (!known) {
      List<String> choice =
          Stream.concat(fields(kind).stream(), Stream.of(free + "<name>")).toList();
      wrong.add(new Violation(where, field, "must be one of " + String.join(", ", choice)));
    } else if (!used.add(field)) {
      wrong.add(new Violation(where, field, "must be given once"));
    }
  }
}
