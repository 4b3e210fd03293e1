package dev.assay.console;

import dev.assay.workbook.DrawWorkbook;
import dev.assay.workbook.SheetPicture;
import dev.assay.workbook.SheetPicture.Kind;
import dev.assay.workbook.SheetPicture.Square;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Chooses which part of a sheet is drawn: around what matters, and not too much of it. */
final class SheetWindow {
  /** Rows of a part. */
  static final int ROWS = 80;

  /** Columns of a part. */
  static final int COLUMNS = 40;

  private static final Pattern LONG_WORD = Pattern.compile("\\S{25}");

  /** Rows shown above the one that matters. */
  private static final int ABOVE = 8;

  private final SheetPicture sheet;
  private final List<Marks.Finding> findings;
  private final TreeMap<Integer, SheetPicture.Row> rows = new TreeMap<>();
  private final Map<String, List<Marks.Finding>> byCell = new HashMap<>();
  private final Set<Marks.Finding> said = new LinkedHashSet<>();

  SheetWindow(SheetPicture sheet, Marks marks) {
    this.sheet = sheet;
    this.findings = marks.on(sheet.name());
    Map<Integer, SheetPicture.Row> filled = new LinkedHashMap<>();
    sheet.rows().forEach(row -> filled.put(row.number(), row));
    for (Marks.Finding finding : findings) {
      for (Marks.Place place : finding.cells()) {
        String cell = place.cell();
        if (place.sheet().equals(sheet.name()) && cell != null) {
          byCell.computeIfAbsent(cell, none -> new ArrayList<>()).add(finding);
          int row = DrawWorkbook.row(cell);
          SheetPicture.Row drawn = filled.get(row);
          rows.put(row, drawn == null ? new SheetPicture.Row(row, Kind.DATA, List.of()) : drawn);
        }
      }
    }
    filled.values().stream()
        .filter(row -> row.kind() != Kind.TECHNICAL)
        .forEach(row -> rows.put(row.number(), row));
  }

  /**
   * @param target the row that somebody wants to see, null for none
   * @param from the first row, null for where it matters
   */
  SheetView view(List<SheetView.Tab> tabs, @Nullable Integer target, @Nullable Integer from) {
    if (target != null) {
      sheet.rows().stream()
          .filter(row -> row.number() == target)
          .forEach(row -> rows.putIfAbsent(target, row));
    }
    List<Integer> numbers = List.copyOf(rows.keySet());
    int start = start(numbers, target, from);
    List<SheetPicture.Row> part = new ArrayList<>();
    for (int i = start; i < Math.min(numbers.size(), start + ROWS); i++) {
      part.add(rows.get(numbers.get(i)));
    }
    if (start > 0) {
      rows.headMap(numbers.get(start), false).descendingMap().values().stream()
          .filter(row -> row.kind() == Kind.HEAD)
          .findFirst()
          .ifPresent(head -> part.add(0, head));
    }
    List<Integer> columns = columns(part, target);
    List<SheetView.Line> lines = new ArrayList<>();
    for (SheetPicture.Row row : part) {
      boolean jumps = !lines.isEmpty() && lines.get(lines.size() - 1).number() + 1 != row.number();
      lines.add(line(row, columns, jumps, target != null && target == row.number()));
    }
    int end = start + ROWS;
    return new SheetView(
        sheet.name(),
        tabs,
        columns.stream().map(DrawWorkbook::letters).toList(),
        lines,
        start == 0 ? null : numbers.get(Math.max(0, start - ROWS)),
        end < numbers.size() ? numbers.get(end) : null);
  }

  private int start(List<Integer> numbers, @Nullable Integer target, @Nullable Integer from) {
    if (from != null) {
      return Math.max(0, Math.min(numbers.size() - 1, below(numbers, from)));
    }
    Integer matters = target != null ? target : firstMarked();
    int start = matters == null ? 0 : below(numbers, matters) - ABOVE;
    return Math.max(0, Math.min(start, numbers.size() - ROWS));
  }

  private @Nullable Integer firstMarked() {
    return byCell.isEmpty()
        ? null
        : byCell.keySet().stream().map(DrawWorkbook::row).min(Integer::compare).orElse(null);
  }

  private static int below(List<Integer> numbers, int row) {
    return (int) numbers.stream().filter(number -> number < row).count();
  }

  private List<Integer> columns(List<SheetPicture.Row> part, @Nullable Integer target) {
    int last = 0;
    int wanted = 0;
    for (SheetPicture.Row row : part) {
      for (Square square : row.cells()) {
        last = Math.max(last, square.column());
      }
    }
    for (String cell : byCell.keySet()) {
      int row = DrawWorkbook.row(cell);
      if (part.stream().anyMatch(shown -> shown.number() == row)) {
        last = Math.max(last, DrawWorkbook.column(cell));
        wanted =
            target == null || target == row ? Math.max(wanted, DrawWorkbook.column(cell)) : wanted;
      }
    }
    int first = Math.max(0, Math.min(last + 1 - COLUMNS, wanted - COLUMNS / 2));
    first = last < COLUMNS ? 0 : first;
    return IntStream.rangeClosed(first, Math.min(last, first + COLUMNS - 1)).boxed().toList();
  }

  private static String style(@Nullable Square square, List<Marks.Finding> about) {
    String look = "";
    if (square != null) {
      look = square.number() ? "num " : LONG_WORD.matcher(square.text()).find() ? "wide " : "";
    }
    return about.isEmpty() ? look.strip() : look + about.get(0).kind();
  }

  private SheetView.Line line(
      SheetPicture.Row row, List<Integer> columns, boolean jumps, boolean target) {
    Map<Integer, Square> filled =
        row.cells().stream().collect(Collectors.toMap(Square::column, square -> square));
    Set<Marks.Finding> notes = new LinkedHashSet<>();
    List<SheetView.Square> cells = new ArrayList<>();
    for (int column : columns) {
      List<Marks.Finding> about =
          byCell.getOrDefault(SheetView.address(row.number(), column), List.of());
      notes.addAll(about);
      Square square = filled.get(column);
      cells.add(
          new SheetView.Square(
              square == null ? "" : square.text(),
              style(square, about),
              about.isEmpty()
                  ? null
                  : about.stream().map(Marks.Finding::id).collect(Collectors.joining(" "))));
    }
    notes.removeIf(note -> !said.add(note));
    String style =
        (row.kind() == Kind.HEAD ? "head " : row.kind() == Kind.TECHNICAL ? "technical " : "")
            + (jumps ? "jump " : "")
            + (target ? "target" : "");
    return new SheetView.Line(row.number(), style.strip(), cells, List.copyOf(notes));
  }
}
