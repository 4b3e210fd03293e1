package dev.assay.comparison;

import dev.assay.comparison.Difference.CellChange;
import dev.assay.comparison.Difference.Column;
import dev.assay.comparison.Difference.Row;
import dev.assay.comparison.Difference.Table;
import dev.assay.comparison.Section.Line;
import dev.assay.workbook.Entry;
import dev.assay.workbook.Heading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a table with what it was before. */
final class CompareSections {
  private CompareSections() {}

  static Table added(Section section) {
    List<Row> rows =
        section.lines().stream()
            .map(line -> new Row(Change.ADDED, line.number(), null, false, cells(null, line)))
            .toList();
    return new Table(section.sheet(), section.table(), Change.ADDED, null, List.of(), rows);
  }

  static Table removed(Section section) {
    List<Row> rows = section.lines().stream().map(CompareSections::removed).toList();
    return new Table(section.sheet(), section.table(), Change.REMOVED, null, List.of(), rows);
  }

  private static Row removed(Line line) {
    return new Row(Change.REMOVED, null, line.number(), false, cells(line, null));
  }

  /** Null if nothing differs. */
  static @Nullable Table changed(Section was, Section is) {
    List<Column> columns = columns(was, is);
    List<Row> rows = rows(was, is);
    boolean renamed = !was.place().equals(is.place());
    return columns.isEmpty() && rows.isEmpty() && !renamed
        ? null
        : new Table(
            is.sheet(), is.table(), Change.CHANGED, renamed ? was.place() : null, columns, rows);
  }

  private static List<Column> columns(Section was, Section is) {
    Map<String, Heading> before = new HashMap<>();
    was.headings().forEach(heading -> before.put(heading.meaning(), heading));
    List<Column> columns = new ArrayList<>();
    for (Heading heading : is.headings()) {
      Heading former = before.remove(heading.meaning());
      if (former == null) {
        columns.add(new Column(Change.ADDED, heading.label(), heading.meaning(), null));
      } else if (!former.label().equals(heading.label())) {
        columns.add(new Column(Change.CHANGED, heading.label(), heading.meaning(), former.label()));
      }
    }
    was.headings().stream()
        .filter(heading -> before.containsKey(heading.meaning()))
        .forEach(
            gone -> columns.add(new Column(Change.REMOVED, gone.label(), gone.meaning(), null)));
    return columns;
  }

  private static List<Row> rows(Section was, Section is) {
    Map<Integer, Line> matched = MatchLines.match(was, is);
    List<Line> kept =
        is.lines().stream().filter(line -> matched.containsKey(line.index())).toList();
    Set<Integer> moves =
        Moves.in(
            kept.stream()
                .map(line -> Objects.requireNonNull(matched.get(line.index())).index())
                .toList());
    Set<Integer> moved = new LinkedHashSet<>();
    moves.forEach(at -> moved.add(kept.get(at).index()));
    List<Row> rows = new ArrayList<>();
    for (Line line : is.lines()) {
      Line former = matched.get(line.index());
      List<CellChange> cells = cells(former, line);
      boolean other = moved.contains(line.index());
      if (former == null) {
        rows.add(new Row(Change.ADDED, line.number(), null, false, cells));
      } else if (!cells.isEmpty()) {
        rows.add(new Row(Change.CHANGED, line.number(), former.number(), other, cells));
      } else if (other) {
        rows.add(new Row(Change.MOVED, line.number(), former.number(), true, List.of()));
      }
    }
    Set<Line> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(matched.values());
    was.lines().stream()
        .filter(line -> !known.contains(line))
        .forEach(line -> rows.add(removed(line)));
    return rows;
  }

  private static List<CellChange> cells(@Nullable Line was, @Nullable Line is) {
    Map<String, Entry> before = was == null ? Map.of() : was.entries();
    Map<String, Entry> after = is == null ? Map.of() : is.entries();
    Set<String> meanings = new LinkedHashSet<>(after.keySet());
    meanings.addAll(before.keySet());
    List<CellChange> cells = new ArrayList<>();
    for (String meaning : meanings) {
      Entry from = before.get(meaning);
      Entry to = after.get(meaning);
      String old = from == null ? null : from.text();
      String now = to == null ? null : to.text();
      if (old == null || !old.equals(now)) {
        Entry shown = to == null ? Objects.requireNonNull(from) : to;
        cells.add(new CellChange(shown.heading().label(), shown.cell(), old, now));
      }
    }
    return cells;
  }
}
