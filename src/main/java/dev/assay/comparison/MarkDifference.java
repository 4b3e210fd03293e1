package dev.assay.comparison;

import dev.assay.comparison.Difference.CellChange;
import dev.assay.comparison.Difference.Row;
import dev.assay.comparison.Difference.Table;
import dev.assay.workbook.Entry;
import dev.assay.workbook.Heading;
import dev.assay.workbook.MarkedWorkbook;
import dev.assay.workbook.MarkedWorkbook.Mark;
import dev.assay.workbook.MarkedWorkbook.MarkedCell;
import dev.assay.workbook.Workbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a difference as a spreadsheet: the sheets as they are now, with what changed marked. */
public final class MarkDifference {
  private static final MarkedCell BLANK = MarkedCell.plain("");

  private final Difference difference;
  private final MarkedWorkbook marked = new MarkedWorkbook();

  private MarkDifference(Difference difference) {
    this.difference = difference;
  }

  /**
   * The file, as .xlsx. All cells are texts.
   *
   * @param title of the first sheet, such as {@code Rule set 8 against 7}
   */
  public static byte[] xlsx(String title, Difference difference, Workbook after) {
    MarkDifference mark = new MarkDifference(difference);
    try (MarkedWorkbook workbook = mark.marked) {
      mark.legend(title);
      Map<String, List<Section>> sheets = new java.util.LinkedHashMap<>();
      for (Section section : Section.of(after)) {
        sheets.computeIfAbsent(section.sheet(), sheet -> new ArrayList<>()).add(section);
      }
      sheets.forEach(mark::sheet);
      mark.removedTables();
      return workbook.bytes();
    }
  }

  private void legend(String title) {
    Difference.Count count = difference.rows();
    List<List<MarkedCell>> lines = new ArrayList<>();
    lines.add(List.of(MarkedCell.head(title)));
    lines.add(List.of(BLANK));
    lines.add(legend("added", Mark.ADDED, count.added()));
    lines.add(legend("removed", Mark.REMOVED, count.removed()));
    lines.add(
        legend(
            "changed, with what stood there before as a comment", Mark.CHANGED, count.changed()));
    lines.add(legend("moved", Mark.MOVED, count.moved()));
    lines.add(List.of(BLANK));
    for (Table table : difference.tables()) {
      String was = table.was() == null ? "" : ", before " + table.was();
      lines.add(
          List.of(MarkedCell.plain(place(table)), MarkedCell.plain(table.change().word() + was)));
      for (Difference.Column column : table.columns()) {
        String former = column.was() == null ? "" : ", before " + column.was();
        lines.add(
            List.of(
                BLANK,
                new MarkedCell(column.label(), mark(column.change()), null),
                MarkedCell.plain("column " + column.change().word() + former)));
      }
    }
    marked.sheet("Changes", lines);
  }

  private static List<MarkedCell> legend(String word, Mark mark, int rows) {
    return List.of(new MarkedCell(word, mark, null), MarkedCell.plain(rows + " rows"));
  }

  private static String place(Table table) {
    return table.table() == null ? table.sheet() : table.sheet() + "!" + table.table();
  }

  private static Mark mark(Change change) {
    return switch (change) {
      case ADDED -> Mark.ADDED;
      case REMOVED -> Mark.REMOVED;
      case CHANGED -> Mark.CHANGED;
      case MOVED -> Mark.MOVED;
    };
  }

  private void sheet(String name, List<Section> sections) {
    List<List<MarkedCell>> lines = new ArrayList<>();
    for (Section section : sections) {
      Table table =
          difference.tables().stream()
              .filter(t -> t.change() != Change.REMOVED && place(t).equals(section.place()))
              .findFirst()
              .orElse(null);
      lines.addAll(section(section, table));
      lines.add(List.of(BLANK));
    }
    marked.sheet(name, lines);
  }

  private static List<List<MarkedCell>> section(Section section, @Nullable Table table) {
    Map<Integer, Row> changed = new HashMap<>();
    List<Row> removed = new ArrayList<>();
    for (Row row : table == null ? List.<Row>of() : table.rows()) {
      if (row.row() == null) {
        removed.add(row);
      } else {
        changed.put(row.row(), row);
      }
    }
    List<List<MarkedCell>> lines = new ArrayList<>();
    List<MarkedCell> head = new ArrayList<>();
    head.add(MarkedCell.head(section.table() == null ? section.sheet() : section.table()));
    section.headings().forEach(heading -> head.add(MarkedCell.head(heading.label())));
    lines.add(head);
    for (Section.Line line : section.lines()) {
      lines.add(line(section.headings(), line, changed.get(line.number())));
    }
    removed.forEach(row -> lines.add(removed(section.headings(), row)));
    return lines;
  }

  private static List<MarkedCell> line(
      List<Heading> headings, Section.Line line, @Nullable Row row) {
    Change change = row == null ? null : row.change();
    Map<String, CellChange> cells = new HashMap<>();
    if (row != null) {
      row.cells().forEach(cell -> cells.put(cell.label(), cell));
    }
    List<MarkedCell> marked = new ArrayList<>();
    String said =
        row == null
            ? ""
            : row.change().word() + (row.moved() && change != Change.MOVED ? ", moved" : "");
    String from = row == null || row.was() == null ? null : "Was row " + row.was();
    marked.add(
        new MarkedCell(
            "%d %s".formatted(line.number(), said).strip(),
            row == null
                ? Mark.PLAIN
                : row.moved() && change == Change.MOVED ? Mark.MOVED : mark(row.change()),
            from));
    for (Heading heading : headings) {
      Entry entry = line.entries().get(heading.meaning());
      CellChange cell = cells.get(heading.label());
      String text = entry == null ? "" : entry.text();
      if (change == Change.CHANGED && cell != null) {
        String was = cell.from() == null ? "Was blank" : "Was: " + cell.from();
        marked.add(new MarkedCell(text, Mark.CHANGED, was));
      } else {
        marked.add(new MarkedCell(text, change == Change.ADDED ? Mark.ADDED : Mark.PLAIN, null));
      }
    }
    return marked;
  }

  private static List<MarkedCell> removed(List<Heading> headings, Row row) {
    Map<String, CellChange> cells = new HashMap<>();
    row.cells().forEach(cell -> cells.put(cell.label(), cell));
    List<MarkedCell> marked = new ArrayList<>();
    marked.add(new MarkedCell("removed", Mark.REMOVED, "Was row " + row.was()));
    for (Heading heading : headings) {
      CellChange cell = cells.remove(heading.label());
      String text = cell == null || cell.from() == null ? "" : cell.from();
      marked.add(new MarkedCell(text, Mark.REMOVED, null));
    }
    // Of columns that are gone as well.
    cells
        .values()
        .forEach(
            cell ->
                marked.add(
                    new MarkedCell(String.valueOf(cell.from()), Mark.REMOVED, cell.label())));
    return marked;
  }

  private void removedTables() {
    List<List<MarkedCell>> lines = new ArrayList<>();
    for (Table table : difference.tables()) {
      if (table.change() == Change.REMOVED) {
        lines.add(List.of(MarkedCell.head(place(table))));
        table.rows().forEach(row -> lines.add(removed(List.of(), row)));
        lines.add(List.of(BLANK));
      }
    }
    if (!lines.isEmpty()) {
      marked.sheet("Removed", lines);
    }
  }
}
