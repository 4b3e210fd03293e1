package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlErrors;
import dev.assay.engine.DrlFile;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.Reading;
import dev.assay.workbook.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/** Finds out everything about a version: errors, warnings, and whether its cases pass. */
@ApplicationScoped
class CheckRules {
  private final CompileRules compile;
  private final Instance<Adviser> advisers;

  CheckRules(CompileRules compile, @Any Instance<Adviser> advisers) {
    this.compile = compile;
    this.advisers = advisers;
  }

  /**
   * Compiles the rules and tries them.
   *
   * @param number that the rule set is to have
   * @throws DrlErrors if the DRL is broken
   */
  Checked check(int number, Reading reading, List<DrlFile> drl) {
    if (reading instanceof Reading.Understood understood) {
      return check(number, understood.workbook(), drl);
    }
    List<DecisionTable> tables =
        reading instanceof Reading.Refused refused ? refused.tables() : List.of();
    return new Checked(new Findings(read(tables), reading.errors(), List.of(), List.of()), null);
  }

  private Checked check(int number, Workbook workbook, List<DrlFile> drl) {
    RuleSet rules = compile.compile(number, workbook, drl);
    List<Warning> warnings =
        advisers.stream().flatMap(adviser -> adviser.warnings(workbook).stream()).toList();
    return new Checked(
        new Findings(
            read(workbook.tables()), List.of(), warnings, RunCases.run(rules, workbook.cases())),
        rules);
  }

  private static List<Findings.TableRead> read(List<DecisionTable> tables) {
    return tables.stream().map(Findings.TableRead::of).toList();
  }
}
