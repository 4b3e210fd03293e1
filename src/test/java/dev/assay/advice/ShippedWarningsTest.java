package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.DrlFile;
import dev.assay.shipped.ShippedRules;
import dev.assay.workbook.Reading;
import dev.assay.workbook.WorkbookReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedWarningsTest {

  @Test
  void theShippedWorkbookIsWarnedOfOnlyWhereItIsMeant() {
    Reading reading = WorkbookReader.read(ShippedRules.workbook());
    List<String> drl = ShippedRules.files().stream().map(DrlFile::source).toList();

    List<Warning> warnings =
        FindWarnings.in(((Reading.Understood) reading).workbook(), new Surroundings(drl, null));

    // Companies of 11 to 49 employees get no points by design, and the trait is for analysts to
    // use.
    assertThat(warnings)
        .extracting(warning -> warning.kind() + " " + warning.cells())
        .containsExactly(
            "unused-trait [Traits!F19, Traits!F20]", "gap [Fit!C21, Fit!D21, Fit!C20, Fit!D20]");
  }
}
