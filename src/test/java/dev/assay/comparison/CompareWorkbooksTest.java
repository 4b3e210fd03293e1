package dev.assay.comparison;

import static dev.assay.workbook.WorkbookWriter.Column.action;
import static dev.assay.workbook.WorkbookWriter.Column.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.comparison.Difference.CellChange;
import dev.assay.comparison.Difference.Row;
import dev.assay.comparison.Difference.Table;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.Reading;
import dev.assay.workbook.Workbook;
import dev.assay.workbook.WorkbookReader;
import dev.assay.workbook.WorkbookWriter;
import dev.assay.workbook.WorkbookWriter.Column;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareWorkbooksTest {
  private static final Column TYPE = condition("a : Activity", "type == \"$param\"", "Activity");
  private static final Column SUBJECT =
      condition("a : Activity", "Text.startsWith(subject, \"$param\")", "Subject");
  private static final Column ONCE = action(ActionWord.ONCE, "Points");
  private static final Column REASON = action(ActionWord.REASON, "Reason");
  private static final List<Column> COLUMNS = List.of(TYPE, SUBJECT, ONCE, REASON);

  private static final Object[] DEMO = {"demo_request", null, 30, "Asked for a demo"};
  private static final Object[] PRICE = {"page_view", "/pricing", 10, "Looked at pricing"};
  private static final Object[] CALL = {"call", null, 5, "Called"};
  private static final Object[] JOBS = {"page_view", "/jobs", -25, "Looked for a job"};

  @Test
  void theSameDiffersInNothing() {
    Difference same = CompareWorkbooks.compare(table(DEMO, PRICE), table(DEMO, PRICE));

    assertThat(same).isEqualTo(new Difference(new Difference.Count(0, 0, 0, 0), List.of()));
  }

  @Test
  void aRowInsertedAboveOthersMovesNoneOfThem() {
    Row row = only(table(DEMO, PRICE), table(CALL, DEMO, PRICE));

    assertThat(row.change()).isEqualTo(Change.ADDED);
    assertThat(row.row()).isEqualTo(11);
    assertThat(row.cells())
        .containsExactly(
            new CellChange("Activity", "A11", null, "call"),
            new CellChange("Points", "C11", null, "5"),
            new CellChange("Reason", "D11", null, "Called"));
  }

  @Test
  void aRowThatIsGoneIsNamedByItsFormerPlace() {
    Row row = only(table(CALL, DEMO, PRICE), table(DEMO, PRICE));

    assertThat(row.change()).isEqualTo(Change.REMOVED);
    assertThat(row.was()).isEqualTo(11);
    assertThat(row.cells()).extracting(CellChange::from).containsExactly("call", "5", "Called");
  }

  @Test
  void aChangedCellSaysOldAndNew() {
    Object[] cheaper = {"page_view", "/pricing", 8, "Looked at pricing"};

    Row row = only(table(DEMO, PRICE), table(CALL, DEMO, cheaper), Change.CHANGED);

    assertThat(row)
        .isEqualTo(
            new Row(
                Change.CHANGED,
                13,
                12,
                false,
                List.of(new CellChange("Points", "C13", "10", "8"))));
  }

  @Test
  void aCellMayBecomeBlankOrFilled() {
    Object[] anyPage = {"page_view", null, 10, "Looked at pricing"};

    assertThat(only(table(PRICE), table(anyPage)).cells())
        .containsExactly(new CellChange("Subject", "B11", "/pricing", null));
    assertThat(only(table(anyPage), table(PRICE)).cells())
        .containsExactly(new CellChange("Subject", "B11", null, "/pricing"));
  }

  @Test
  void oneMovedRowIsOneMove() {
    Row row = only(table(DEMO, PRICE, CALL, JOBS), table(JOBS, DEMO, PRICE, CALL));

    assertThat(row).isEqualTo(new Row(Change.MOVED, 11, 14, true, List.of()));
  }

  @Test
  void aRowMayBeMovedAndChanged() {
    Object[] jobs = {"page_view", "/jobs", -20, "Looked for a job"};

    Row row = only(table(DEMO, PRICE, CALL, JOBS), table(jobs, DEMO, PRICE, CALL));

    assertThat(row.change()).isEqualTo(Change.CHANGED);
    assertThat(row.moved()).isTrue();
  }

  @Test
  void rowsThatHaveLittleInCommonAreOthers() {
    Difference difference = CompareWorkbooks.compare(table(DEMO, PRICE), table(DEMO, CALL));

    assertThat(difference.rows()).isEqualTo(new Difference.Count(1, 1, 0, 0));
  }

  @Test
  void doubledRowsAreCounted() {
    assertThat(CompareWorkbooks.compare(table(DEMO), table(DEMO, DEMO)).rows())
        .isEqualTo(new Difference.Count(1, 0, 0, 0));
  }

  @Test
  void columnsMayChangePlacesWithoutAnythingDiffering() {
    Workbook turned =
        workbook(List.of(ONCE, REASON, TYPE), "Points", new Object[] {5, "Called", "call"});
    Workbook straight =
        workbook(List.of(TYPE, ONCE, REASON), "Points", new Object[] {"call", 5, "Called"});

    assertThat(CompareWorkbooks.compare(straight, turned).tables()).isEmpty();
  }

  @Test
  void columnsComeGoAndGetOtherLabels() {
    Workbook before =
        workbook(List.of(TYPE, ONCE, REASON), "Points", new Object[] {"call", 5, "Called"});
    Workbook after =
        workbook(
            List.of(
                condition("a : Activity", "type == \"$param\"", "What"),
                condition("a : Activity", "countWithin($1, $2)", "Often"),
                ONCE,
                REASON),
            "Points",
            new Object[] {"call", null, 5, "Called"});

    assertThat(CompareWorkbooks.compare(before, after).tables().get(0).columns())
        .containsExactly(
            new Difference.Column(
                Change.CHANGED, "What", "a : Activity, type == \"$param\"", "Activity"),
            new Difference.Column(
                Change.ADDED, "Often", "a : Activity, countWithin($1, $2)", null));
    assertThat(CompareWorkbooks.compare(after, before).tables().get(0).columns())
        .extracting(Difference.Column::change)
        .containsExactly(Change.CHANGED, Change.REMOVED);
  }

  @Test
  void aRenamedTableIsTheSameTable() {
    Workbook before = workbook(COLUMNS, "Points", DEMO, PRICE);
    Workbook after = workbook(COLUMNS, "Behaviour", DEMO, PRICE, CALL);

    Table table = CompareWorkbooks.compare(before, after).tables().get(0);

    assertThat(table.was()).isEqualTo("Sheet!Points");
    assertThat(table.rows()).extracting(Row::change).containsExactly(Change.ADDED);
  }

  @Test
  void tablesAndListsComeAndGo() {
    Workbook small = table(DEMO);
    Workbook large = withGroups(new Object[] {"Web", "engagement", null, 20});

    assertThat(CompareWorkbooks.compare(small, large).tables())
        .extracting(Table::sheet, Table::change)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Groups", Change.ADDED));
    assertThat(CompareWorkbooks.compare(large, small).tables())
        .extracting(Table::sheet, Table::change)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Groups", Change.REMOVED));
  }

  @Test
  void groupsAreKnownByTheirName() {
    Workbook before =
        withGroups(
            new Object[] {"Web", "engagement", null, 20},
            new Object[] {"Events", "engagement", null, 20});
    Workbook after =
        withGroups(
            new Object[] {"Events", "engagement", null, 20}, new Object[] {"Web", "fit", 0, 40});

    Table groups = CompareWorkbooks.compare(before, after).tables().get(0);

    assertThat(groups.rows())
        .filteredOn(row -> row.change() == Change.CHANGED)
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.cells())
                    .extracting(CellChange::label)
                    .containsExactly("Dimension", "Floor", "Cap"));
  }

  @Test
  void aThousandRowsTakeLessThanASecond() {
    Workbook before = many(0);
    Workbook after = many(7);
    CompareWorkbooks.compare(before, after);

    long start = System.nanoTime();
    Difference difference = CompareWorkbooks.compare(before, after);

    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
    assertThat(difference.rows().changed()).isEqualTo(1_000);
  }

  /** All rows alike by half, so that each must be compared with each. */
  private static Workbook many(int more) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      rows.add(new Object[] {"page_view", "/p" + i + "/" + more, 1, "Seen " + (i + more * 1_000)});
    }
    return workbook(COLUMNS, "Points", rows.toArray(new Object[0][]));
  }

  private static Row only(Workbook before, Workbook after) {
    List<Table> tables = CompareWorkbooks.compare(before, after).tables();
    assertThat(tables).hasSize(1);
    assertThat(tables.get(0).rows()).hasSize(1);
    return tables.get(0).rows().get(0);
  }

  private static Row only(Workbook before, Workbook after, Change change) {
    return CompareWorkbooks.compare(before, after).tables().get(0).rows().stream()
        .filter(row -> row.change() == change)
        .findFirst()
        .orElseThrow();
  }

  static Workbook table(Object[]... rows) {
    return workbook(COLUMNS, "Points", rows);
  }

  private static Workbook workbook(List<Column> columns, String name, Object[]... rows) {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      return read(writer.table("Sheet", name, "", columns, List.of(rows)));
    }
  }

  private static Workbook withGroups(Object[]... groups) {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      writer.table("Sheet", "Points", "", COLUMNS, List.<Object[]>of(DEMO));
      return read(
          writer.list("Groups", List.of("Group", "Dimension", "Floor", "Cap"), List.of(groups)));
    }
  }

  private static Workbook read(WorkbookWriter writer) {
    return ((Reading.Understood) WorkbookReader.read(writer.bytes())).workbook();
  }
}
