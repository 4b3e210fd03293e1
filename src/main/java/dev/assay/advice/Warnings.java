package dev.assay.advice;

import dev.assay.advice.Warning.Place;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.Entry;
import dev.assay.workbook.ParameterList;
import dev.assay.workbook.Workbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects warnings, of each kind as many as a person will read. */
final class Warnings {
  /** Of one kind. */
  static final int MOST = 50;

  private final List<Warning> found = new ArrayList<>();
  private final Map<WarningCode, Integer> count = new EnumMap<>(WarningCode.class);

  void add(WarningCode code, String sheet, List<String> cells, String message, String hint) {
    add(code, cells.stream().map(cell -> new Place(sheet, cell)).toList(), message, hint);
  }

  void add(WarningCode code, List<Place> cells, String message, String hint) {
    if (count.merge(code, 1, Integer::sum) <= MOST) {
      found.add(new Warning(code.code(), message, hint, cells));
    }
  }

  /** In the order of sheets and rows, what is about the whole workbook last. */
  List<Warning> all(Workbook workbook) {
    Map<Place, String> texts = texts(workbook);
    List<String> sheets = sheets(workbook);
    List<Warning> all = new ArrayList<>();
    found.stream()
        .sorted(
            Comparator.comparing((Warning warning) -> warning.cells().isEmpty())
                .thenComparing(warning -> sheet(warning, sheets))
                .thenComparing(Warnings::row))
        .forEach(warning -> all.add(withTexts(warning, texts)));
    count.forEach(
        (code, times) -> {
          if (times > MOST) {
            all.add(
                new Warning(
                    WarningCode.TOO_MUCH.code(),
                    "There are %d warnings %s, of which %d are shown."
                        .formatted(times, code.code(), MOST),
                    "See to these first.",
                    List.of()));
          }
        });
    return all;
  }

  private static List<String> sheets(Workbook workbook) {
    return Stream.concat(
            workbook.tables().stream().map(DecisionTable::sheet),
            workbook.lists().stream().map(ParameterList::sheet))
        .distinct()
        .toList();
  }

  private static int sheet(Warning warning, List<String> sheets) {
    return warning.cells().isEmpty() ? -1 : sheets.indexOf(warning.cells().get(0).sheet());
  }

  private static int row(Warning warning) {
    return warning.cells().isEmpty()
        ? 0
        : Integer.parseInt(warning.cells().get(0).cell().replaceAll("\\D", ""));
  }

  private static Warning withTexts(Warning warning, Map<Place, String> texts) {
    List<Place> cells =
        warning.cells().stream()
            .map(place -> new Place(place.sheet(), place.cell(), texts.get(place)))
            .toList();
    return new Warning(warning.kind(), warning.message(), warning.hint(), cells);
  }

  private static Map<Place, String> texts(Workbook workbook) {
    Map<Place, String> texts = new HashMap<>();
    workbook
        .tables()
        .forEach(table -> table.rows().forEach(row -> add(texts, table.sheet(), row.entries())));
    workbook
        .lists()
        .forEach(list -> list.rows().forEach(row -> add(texts, list.sheet(), row.entries())));
    return texts;
  }

  private static void add(Map<Place, String> texts, String sheet, List<Entry> entries) {
    entries.forEach(entry -> texts.put(new Place(sheet, entry.cell()), entry.text()));
  }
}
