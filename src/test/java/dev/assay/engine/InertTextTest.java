package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Line;
import dev.assay.assessment.RuleSet;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.Reading.Understood;
import dev.assay.workbook.WorkbookReader;
import dev.assay.workbook.WorkbookWriter;
import dev.assay.workbook.WorkbookWriter.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that would be code to Drools stays text in rules that are built and fire. */
class InertTextTest {
  private static final String CODE =
      "System.setProperty('assay.hacked', '1'); ${System.exit(1)} @{System.exit(1)} $$1 #{1}";

  @Test
  void codeInCellsIsNeverRun() {
    byte[] file;
    try (WorkbookWriter writer = new WorkbookWriter()) {
      file =
          writer
              .table(
                  "Fit",
                  "Fit",
                  "eval(System.exit(1))",
                  List.of(
                      Column.condition("lead : Lead", "Text.is(company, \"$param\")", CODE),
                      Column.action(ActionWord.ONCE, CODE),
                      Column.action(ActionWord.REASON, CODE),
                      Column.action(ActionWord.ASSIGN, CODE)),
                  List.<Object[]>of(new Object[] {CODE, 7, CODE, CODE}))
              .bytes();
    }
    Understood reading = (Understood) WorkbookReader.read(file);
    RuleSet rules = RuleCompiler.compile(1, reading.workbook(), DrlPackages.compile(List.of()), 1);

    Assessment got = rules.assess(company(CODE), Activities.NONE, GeneratedLeads.AS_OF);

    assertThat(got.score().total()).isEqualTo(7);
    assertThat(got.ownerValue()).isEqualTo(CODE);
    assertThat(got.lines()).extracting(Line::reason).containsExactly(CODE);
    assertThat(System.getProperty("assay.hacked")).isNull();
  }

  private static Lead company(String name) {
    return new Lead(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        name,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        java.util.Map.of());
  }
}
