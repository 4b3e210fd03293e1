package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ruleset.Findings;
import dev.assay.workbook.SheetPicture;
import dev.assay.workbook.SheetPicture.Kind;
import dev.assay.workbook.SheetPicture.Row;
import dev.assay.workbook.SheetPicture.Square;
import dev.assay.workbook.WorkbookError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of a long sheet the part is drawn that matters. */
class SheetWindowTest {
  private static final int LAST = 1_000;

  @Test
  void itBeginsAtTheTopWhereNothingIsWrong() {
    SheetView view = view(null, null);

    assertThat(numbers(view)).startsWith(10, 11, 12).hasSize(SheetWindow.ROWS);
    assertThat(view.before()).isNull();
    assertThat(view.after()).isEqualTo(10 + SheetWindow.ROWS);
  }

  @Test
  void itShowsTheFirstErrorUnderTheHead() {
    SheetView view = view(null, null, "B500");

    assertThat(numbers(view)).startsWith(10, 492).contains(500);
    SheetView.Line line = line(view, 500);
    assertThat(line.cells().get(1).style()).endsWith("error");
    assertThat(line.cells().get(1).about()).isEqualTo("finding-0");
    assertThat(line.notes()).hasSize(1);
    assertThat(line(view, 492).style()).contains("jump");
  }

  @Test
  void itShowsTheRowThatSomebodyAskedFor() {
    SheetView view = view(700, null, "B500");

    assertThat(line(view, 700).style()).isEqualTo("target");
    assertThat(numbers(view)).doesNotContain(500);
  }

  @Test
  void itEndsWithTheLastRow() {
    SheetView view = view(null, LAST, "B500");

    assertThat(numbers(view)).containsExactly(10, LAST);
    assertThat(view.after()).isNull();
    assertThat(view.before()).isEqualTo(LAST - SheetWindow.ROWS);
  }

  @Test
  void technicalRowsAreShownOnlyWhereSomethingIsWrongInThem() {
    assertThat(numbers(view(null, null))).doesNotContain(9);
    assertThat(numbers(view(null, null, "A9"))).startsWith(9, 10);
  }

  @Test
  void blankCellsAreMarkedToo() {
    SheetView view = view(null, null, "D1200");

    assertThat(view.letters()).containsExactly("A", "B", "C", "D");
    assertThat(line(view, 1_200).cells().get(3).style()).isEqualTo("error");
  }

  @Test
  void ofManyColumnsThoseAreShownThatMatter() {
    SheetView view = view(null, null, "ZZ20");

    assertThat(view.letters()).hasSize(SheetWindow.COLUMNS).contains("ZZ");
    assertThat(line(view, 20).notes()).hasSize(1);
  }

  private static SheetView view(@Nullable Integer target, @Nullable Integer from, String... wrong) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(9, Kind.TECHNICAL, List.of(new Square(0, "type", false))));
    rows.add(new Row(10, Kind.HEAD, List.of(new Square(0, "Type", false))));
    for (int number = 11; number <= LAST; number++) {
      rows.add(
          new Row(number, Kind.DATA, List.of(new Square(0, "a", false), new Square(1, "5", true))));
    }
    List<WorkbookError> errors = new ArrayList<>();
    for (String cell : wrong) {
      errors.add(new WorkbookError("Points", cell, "5", "a text", "Write one."));
    }
    Marks marks = new Marks(new Findings(List.of(), errors, List.of(), List.of()));
    return new SheetWindow(new SheetPicture("Points", rows), marks).view(List.of(), target, from);
  }

  private static List<Integer> numbers(SheetView view) {
    return view.lines().stream().map(SheetView.Line::number).toList();
  }

  private static SheetView.Line line(SheetView view, int number) {
    return view.lines().stream().filter(one -> one.number() == number).findFirst().orElseThrow();
  }
}
