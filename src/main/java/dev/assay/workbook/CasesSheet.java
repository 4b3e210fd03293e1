package dev.assay.workbook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.assessment.Activities;
import dev.assay.assessment.Lead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the Cases sheet: example leads, one a line, with what the rules should make of them. */
final class CasesSheet {
  static final String NAME = "Cases";
  private static final String EXPECTED = "expected";
  private static final String ATTRIBUTE = "attribute:";
  private static final Set<String> RESULTS =
      Set.of("score", "fit", "engagement", "grade", "band", "stage", "owner");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Field> FIELDS = fields();

  private final Errors errors;
  private final ParameterSheet sheet;

  CasesSheet(Grid grid, Errors errors) {
    this.errors = errors;
    sheet =
        new ParameterSheet(
            grid,
            CasesSheet::known,
            "Case, Activities, Notes, the fields of Lead, attribute:name, and Expected with "
                + new java.util.TreeSet<>(RESULTS),
            errors);
    sheet.require("Case", errors);
  }

  private static boolean known(String header) {
    return Set.of("case", "activities", "notes").contains(header)
        || FIELDS.containsKey(header)
        || isAttribute(header)
        || (header.startsWith(EXPECTED) && RESULTS.contains(header.substring(EXPECTED.length())));
  }

  private static boolean isResult(@Nullable String header) {
    return header != null && header.startsWith(EXPECTED);
  }

  private static boolean isAttribute(String header) {
    return header.startsWith(ATTRIBUTE)
        && Field.isAttribute(header.substring(ATTRIBUTE.length()))
        && !FIELDS.containsKey(ParameterSheet.plain(header.substring(ATTRIBUTE.length())));
  }

  List<Case> read() {
    List<Case> cases = new ArrayList<>();
    if (sheet.rows().size() > Limits.CASES) {
      errors.add(
          sheet.rows().get(Limits.CASES).firstEntry().getValue(),
          "at most %d cases".formatted(Limits.CASES),
          "Remove those that show nothing new.");
      return cases;
    }
    for (var row : sheet.rows()) {
      Cell name = sheet.cell(row, "Case");
      Cell first = row.firstEntry().getValue();
      if (name == null) {
        errors.add(first, "a name in the column Case", "Name the case or clear the line.");
        continue;
      }
      cases.add(read(name, row));
    }
    return cases;
  }

  ParameterList list() {
    return sheet.list();
  }

  private Case read(Cell name, Map<Integer, Cell> row) {
    Map<String, Object> profile = new LinkedHashMap<>();
    Map<String, Object> attributes = new HashMap<>();
    Map<String, String> expected = new HashMap<>();
    Activities activities = Activities.NONE;
    for (Cell cell : row.values()) {
      String header = sheet.header(cell);
      try {
        if (header == null || header.equals("case") || header.equals("notes")) {
          continue;
        }
        Field field = FIELDS.get(header);
        if (header.equals("activities")) {
          activities = CaseActivities.parse(cell);
        } else if (field != null) {
          profile.put(field.name(), value(field, cell));
        } else if (header.startsWith(ATTRIBUTE)) {
          attributes.put(header.substring(ATTRIBUTE.length()), attribute(cell));
        } else {
          expected.put(header.substring(EXPECTED.length()), expected(header, cell));
        }
      } catch (CellProblem problem) {
        errors.add(cell, problem);
      }
    }
    if (row.values().stream().noneMatch(cell -> isResult(sheet.header(cell)))) {
      errors.add(
          name, "at least one expected result", "Fill in Expected score, or another of them.");
    }
    profile.put("attributes", attributes);
    profile.putIfAbsent("technologies", List.of());
    return new Case(
        name.text(),
        name.sheet(),
        name.address(),
        JSON.convertValue(profile, Lead.class),
        activities,
        expected);
  }

  private static String expected(String header, Cell cell) throws CellProblem {
    String result = header.substring(EXPECTED.length());
    return Set.of("score", "fit", "engagement").contains(result)
        ? String.valueOf(Values.integer(cell, Integer.MIN_VALUE, Integer.MAX_VALUE, "whole points"))
        : Values.text(cell, 200, "the expected " + result + ", or - for none");
  }

  private static Object value(Field field, Cell cell) throws CellProblem {
    if (field.name().equals("technologies")) {
      return List.of(Values.compared(cell).split("\\s*,\\s*"));
    }
    return switch (field.kind()) {
      case NUMBER ->
          field.whole()
              ? Values.integer(cell, 0, Integer.MAX_VALUE, "a whole number")
              : Values.number(cell, field.kind().expected);
      case FLAG -> Values.flag(cell);
      default -> Values.compared(cell);
    };
  }

  private static Object attribute(Cell cell) throws CellProblem {
    return switch (cell.kind()) {
      case NUMBER -> cell.number();
      case FLAG -> Values.flag(cell);
      default -> Values.compared(cell);
    };
  }

  private static Map<String, Field> fields() {
    Map<String, Field> byHeader = new TreeMap<>();
    FactType.LEAD
        .fields()
        .forEach((name, field) -> byHeader.put(ParameterSheet.plain(name), field));
    return byHeader;
  }
}
