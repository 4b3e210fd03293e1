package dev.assay.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.workbook.Reading.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WorkbookReaderTest {

  @TestFactory
  Stream<DynamicTest> saysWhatIsWrongAndWhere() {
    return trials().stream()
        .map(trial -> DynamicTest.dynamicTest(trial.name(), () -> tryOut(trial)));
  }

  @Test
  void thereAreEnoughOfEachSort() {
    assertThat(names(refused(mistakes()))).hasSizeGreaterThanOrEqualTo(60);
    assertThat(names(refused(attacks()))).hasSizeGreaterThanOrEqualTo(150);
    assertThat(refused(mistakes()))
        .filteredOn(trial -> trial.errors().stream().allMatch(WorkbookReaderTest::namesACell))
        .hasSizeGreaterThanOrEqualTo(60);
  }

  static List<Trial> trials() {
    return Stream.concat(mistakes().stream(), attacks().stream()).toList();
  }

  /** What people do who mean no harm. */
  private static List<Trial> mistakes() {
    List<Trial> trials = new ArrayList<>();
    trials.addAll(CellTrials.all());
    trials.addAll(TableTrials.all());
    trials.addAll(ColumnTrials.all());
    trials.addAll(RowTrials.all());
    trials.addAll(ListTrials.all());
    return trials;
  }

  /** What others might send, and what only looks like it. */
  private static List<Trial> attacks() {
    List<Trial> trials = new ArrayList<>();
    trials.addAll(CodeTrials.all());
    trials.addAll(PackageTrials.all());
    trials.addAll(FeatureTrials.all());
    trials.addAll(XmlTrials.all());
    trials.addAll(SizeTrials.all());
    return trials;
  }

  private static List<Trial> refused(List<Trial> trials) {
    return trials.stream().filter(trial -> !trial.errors().isEmpty()).toList();
  }

  private static Set<String> names(List<Trial> trials) {
    return trials.stream().map(Trial::name).collect(Collectors.toSet());
  }

  private static boolean namesACell(String error) {
    return error.matches("[^:]+![A-Z]+[0-9]+: .*");
  }

  private static void tryOut(Trial trial) {
    Reading reading = WorkbookReader.read(trial.file().get());
    if (trial.errors().isEmpty()) {
      assertThat(reading).isInstanceOf(Understood.class);
      Workbook workbook = ((Understood) reading).workbook();
      assertThat(Meaning.of(workbook)).containsAll(trial.meaning());
    } else {
      assertThat(reading).isNotInstanceOf(Understood.class);
      List<WorkbookError> errors = reading.errors();
      assertThat(errors).as("errors").hasSameSizeAs(trial.errors());
      for (int i = 0; i < errors.size(); i++) {
        check(errors.get(i), trial.errors().get(i));
      }
    }
    assertThat(System.getProperty("assay.hacked")).isNull();
  }

  private static void check(WorkbookError error, String expected) {
    int colon = expected.indexOf(": ");
    assertThat(where(error)).as(error.toString()).isEqualTo(expected.substring(0, colon));
    assertThat(error.toString()).containsIgnoringCase(expected.substring(colon + 2));
    assertThat(error.expected()).isNotBlank();
    assertThat(error.hint()).isNotBlank();
  }

  private static String where(WorkbookError error) {
    return error.sheet() == null
        ? "file"
        : error.sheet() + (error.cell() == null ? "" : "!" + Objects.requireNonNull(error.cell()));
  }
}
