package dev.assay.advice;

import dev.assay.workbook.FactType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the rows that another row may imply, without comparing it with all. A row that asks for
 * certain texts is kept under the rarest of its fields, once for each text; whatever implies it
 * must ask for one of them. Other rows are kept under what they ask about.
 */
final class RowIndex {

  private record Key(FactType fact, boolean absent, String field, String text) {}

  private record Subject(FactType fact, boolean absent, String field) {}

  private final Map<Key, Integer> frequency = new HashMap<>();
  private final Map<Key, List<RowLogic>> byText = new HashMap<>();
  private final Map<Set<Subject>, List<RowLogic>> bySubjects = new HashMap<>();

  RowIndex(List<RowLogic> rows) {
    for (RowLogic row : rows) {
      anchors(row).forEach(anchor -> anchor.forEach(key -> frequency.merge(key, 1, Integer::sum)));
    }
    rows.forEach(this::add);
  }

  private void add(RowLogic row) {
    List<Key> best = List.of();
    long fewest = Long.MAX_VALUE;
    for (List<Key> anchor : anchors(row)) {
      long count = anchor.stream().mapToLong(key -> frequency.getOrDefault(key, 0)).sum();
      if (count < fewest) {
        fewest = count;
        best = anchor;
      }
    }
    if (best.isEmpty()) {
      bySubjects.computeIfAbsent(subjects(row), subjects -> new ArrayList<>()).add(row);
    }
    best.forEach(key -> byText.computeIfAbsent(key, all -> new ArrayList<>()).add(row));
  }

  /** All rows that the given one may imply, each once, itself among them. */
  List<List<RowLogic>> candidates(RowLogic row) {
    List<List<RowLogic>> candidates = new ArrayList<>();
    for (List<Key> anchor : anchors(row)) {
      // One text is enough: where all texts of this row must be among those of the other.
      candidates.add(byText.getOrDefault(anchor.get(0), List.of()));
    }
    Set<Subject> subjects = subjects(row);
    bySubjects.forEach(
        (asked, rows) -> {
          if (subjects.containsAll(asked)) {
            candidates.add(rows);
          }
        });
    return candidates;
  }

  private static Set<Subject> subjects(RowLogic row) {
    Set<Subject> subjects = new LinkedHashSet<>();
    for (Demand demand : row.demands()) {
      if (!demand.absent()) {
        demand
            .domains()
            .keySet()
            .forEach(field -> subjects.add(new Subject(demand.fact(), false, field)));
      }
    }
    return subjects;
  }

  /** The keys of each field for which the row names the texts that may be. */
  private static List<List<Key>> anchors(RowLogic row) {
    List<List<Key>> anchors = new ArrayList<>();
    for (Demand demand : row.demands()) {
      demand
          .domains()
          .forEach(
              (field, domain) -> {
                Set<String> values =
                    !demand.absent() && domain instanceof Texts texts ? texts.values() : null;
                if (values != null && !values.isEmpty()) {
                  anchors.add(
                      values.stream()
                          .map(text -> new Key(demand.fact(), false, field, text))
                          .toList());
                }
              });
    }
    return anchors;
  }
}
