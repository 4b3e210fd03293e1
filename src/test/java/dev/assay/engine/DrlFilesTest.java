package dev.assay.engine;

import static dev.assay.engine.Leads.titled;
import static dev.assay.engine.Rules.FIRST_ROW;
import static dev.assay.engine.Rules.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrlFilesTest {
  private static final String HEAD =
      """
      package dev.assay.rules;
      import dev.assay.assessment.*;
      global Scorecard scorecard;
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rule "a" when\\n Lead(nope == 3) then end            | two.drl line 5: Unable to parse
          rule "a" when Lead() then\\n\\n scorecard.nope(); end | two.drl line 6: The method nope()
          rule "a" when\\n Lead( then end                      | two.drl line 5: [ERR
          rule "a" when Leed() then end                        | two.drl line 4: Unable to find class: Leed
          rule "fine" when Lead() then end                     | .drl line 4: Duplicate rule name
          """)
  void thatDoNotCompileAreNamedWithTheLine(String rule, String problem) {
    List<DrlFile> files =
        List.of(
            new DrlFile("one.drl", HEAD + "rule \"fine\" when Lead() then end"),
            new DrlFile("two.drl", HEAD + rule.replace("\\n", "\n")));

    Throwable thrown = catchThrowable(() -> DrlPackages.compile(files));

    assertThat(thrown).isInstanceOf(DrlErrors.class).hasMessageContaining(problem);
    assertThat(thrown).hasMessageNotContaining("Java source of");
  }

  @Test
  void mustNotUseOneNameInTwoPackages() {
    String rule = "; rule \"same\" when dev.assay.assessment.Lead() then end";
    List<DrlFile> files =
        List.of(new DrlFile("a.drl", "package a" + rule), new DrlFile("b.drl", "package b" + rule));

    Throwable thrown = catchThrowable(() -> DrlPackages.compile(files));

    assertThat(thrown).isInstanceOf(DrlErrors.class).hasMessageContaining("rule \"same\"");
  }

  @Test
  void mustNotAddToThePackageOfTheWorkbook() {
    List<DrlFile> files =
        List.of(
            new DrlFile(
                "a.drl",
                "package dev.assay.workbook; rule r when dev.assay.assessment.Lead() then end"));

    Throwable thrown = catchThrowable(() -> DrlPackages.compile(files));

    assertThat(thrown).isInstanceOf(DrlErrors.class).hasMessageContaining("kept for the workbook");
  }

  @Test
  void shareTheGlobalOfTheirPackage() {
    Trial trial =
        rules()
            .drl("rule one when Lead() then scorecard.award(1); end")
            .drl("rule two when Lead() then scorecard.award(2); end")
            .row("title", "x", "once", 4)
            .trial();

    trial.given(titled("x")).expect(7);
  }

  @Test
  void mayNameARuleAsARowIsNamed() {
    String name = "Rules_" + FIRST_ROW;
    Trial trial =
        rules()
            .drl(
                "rule %s when Lead() then scorecard.award(1).reason(\"Because\"); end"
                    .formatted(name))
            .row("title", "x", "once", 1)
            .trial();

    Assessment assessment = trial.given(titled("x")).expect(2);

    assertThat(assessment.lines())
        .extracting(line -> ((Line.Award) line).rule().toString())
        .containsExactly(
            "%s (sheet Rules, row %d)".formatted(name, FIRST_ROW), name + " (test1.drl)");
  }

  @Test
  void mayBeMissing() {
    Trial trial = rules().row("title", "x", "once", 4).trial();

    trial.given(titled("x")).expect(4);
  }

  @Test
  void mayBeEmptyOrDeclareFactsAndFunctionsOfTheirOwn() {
    Trial trial =
        rules()
            .row("title", "x", "once", 4)
            .file("empty.drl", "")
            .drl(
                """
                declare Guess
                  points : int
                end
                function int twice(int points) { return 2 * points; }
                rule "guess" when Lead() then insert(new Guess(8)); end
                rule "take" when Guess($points : points) then scorecard.award(twice($points)); end
                """)
            .trial();

    trial.given(titled("x")).expect(20);
  }

  @Test
  void workBesideATableWithoutRows() {
    Trial trial = rules().drl("rule one when Lead() then scorecard.award(1); end").trial();

    trial.given(Lead.UNKNOWN).expect(1);
  }

  @Test
  void areNotNeededByATableWithoutRows() {
    Trial trial = rules().trial();

    trial.given(Lead.UNKNOWN).expect(0);
  }
}
