package dev.assay.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.RuleSet;
import dev.assay.engine.RuleCompiler;
import dev.assay.ruleset.RunCases;
import dev.assay.workbook.Reading;
import dev.assay.workbook.Workbook;
import dev.assay.workbook.WorkbookReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedRulesTest {

  @TestFactory
  Stream<DynamicTest> everyCaseOfTheWorkbookPasses() {
    Workbook workbook = read(ShippedRules.workbook());
    RuleSet rules = RuleCompiler.compile(1, workbook, ShippedRules.drl(), 1);
    return RunCases.run(rules, workbook.cases()).stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    result.name(), () -> assertThat(result.differences()).isEmpty()));
  }

  @Test
  void theFileSaysWhatItsSourceSays() {
    assertThat(read(ShippedRules.workbook()).toString())
        .isEqualTo(read(ShippedWorkbook.bytes()).toString());
  }

  private static Workbook read(byte[] file) {
    Reading reading = WorkbookReader.read(file);
    assertThat(reading).isInstanceOf(Reading.Understood.class);
    return ((Reading.Understood) reading).workbook();
  }
}
