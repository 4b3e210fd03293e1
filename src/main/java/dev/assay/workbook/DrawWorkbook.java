package dev.assay.workbook;

import dev.assay.workbook.SheetPicture.Kind;
import dev.assay.workbook.SheetPicture.Square;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellReference;

/** Shows the sheets of a file as they are, whatever is wrong in them. */
public final class DrawWorkbook {
  private static final int LONGEST_TEXT = 300;
  private static final int TECHNICAL_ROWS = 4;

  private DrawWorkbook() {}

  /** All sheets that are not empty, in their order; none of a file that is no workbook. */
  public static List<SheetPicture> sheets(byte[] file) {
    try {
      return GridReader.read(file).stream()
          .filter(grid -> !grid.rows().isEmpty())
          .map(DrawWorkbook::draw)
          .toList();
    } catch (Unreadable nothingToSee) {
      return List.of();
    }
  }

  /** The letters of a column, counted from 0. */
  public static String letters(int column) {
    return CellReference.convertNumToColString(column);
  }

  /** The row of a cell such as {@code C7}, counted from 1. */
  public static int row(String cell) {
    return new CellReference(cell).getRow() + 1;
  }

  /** The column of a cell such as {@code C7}, counted from 0. */
  public static int column(String cell) {
    return new CellReference(cell).getCol();
  }

  private static SheetPicture draw(Grid grid) {
    Set<Integer> heads = new HashSet<>();
    Set<Integer> technical = new TreeSet<>(grid.hiddenRows());
    List<TableLayout> tables = new TableFinder(grid, new Errors()).find();
    for (TableLayout table : tables) {
      heads.add(table.labelRow());
      for (int row = 0; row < TECHNICAL_ROWS; row++) {
        technical.add(table.keyword().row() + row);
      }
    }
    if (tables.isEmpty()) {
      heads.add(grid.rows().firstKey());
    }
    List<SheetPicture.Row> rows = new ArrayList<>();
    grid.rows()
        .forEach(
            (row, cells) ->
                rows.add(
                    new SheetPicture.Row(
                        row + 1,
                        heads.contains(row)
                            ? Kind.HEAD
                            : technical.contains(row) ? Kind.TECHNICAL : Kind.DATA,
                        cells.values().stream().map(DrawWorkbook::square).toList())));
    return new SheetPicture(grid.sheet(), rows);
  }

  private static Square square(Cell cell) {
    return switch (cell.kind()) {
      case NUMBER -> new Square(cell.column(), cell.text(), true);
      case PERCENT -> new Square(cell.column(), percent(cell.number()), true);
      default -> {
        String text = cell.text();
        boolean tooLong = text.length() > LONGEST_TEXT;
        yield new Square(
            cell.column(), tooLong ? text.substring(0, LONGEST_TEXT) + "…" : text, false);
      }
    };
  }

  private static String percent(double number) {
    return BigDecimal.valueOf(number).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
