package dev.assay.ruleset;

import dev.assay.advice.FindWarnings;
import dev.assay.advice.Surroundings;
import dev.assay.advice.Warning;
import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlErrors;
import dev.assay.engine.DrlFile;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.Reading;
import dev.assay.workbook.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds out everything about a version: errors, warnings, and whether its cases pass. */
@ApplicationScoped
class CheckRules {
  /** What is only checked has no number yet. */
  private static final int UNNUMBERED = 0;

  private final CompileRules compile;
  private final EventTypesSeen eventTypes;

  CheckRules(CompileRules compile, EventTypesSeen eventTypes) {
    this.compile = compile;
    this.eventTypes = eventTypes;
  }

  /**
   * Compiles the rules and tries them.
   *
   * @throws DrlErrors if the DRL is broken
   */
  Findings check(Reading reading, List<DrlFile> drl) {
    if (reading instanceof Reading.Understood understood) {
      Workbook workbook = understood.workbook();
      return check(workbook, drl, compile.compileForOne(UNNUMBERED, workbook, drl));
    }
    List<DecisionTable> tables =
        reading instanceof Reading.Refused refused ? refused.tables() : List.of();
    return new Findings(read(tables), reading.errors(), List.of(), List.of());
  }

  /** Tries rules that are compiled already, of this workbook and DRL. */
  Findings check(Workbook workbook, List<DrlFile> drl, RuleSet rules) {
    List<Warning> warnings =
        FindWarnings.in(
            workbook,
            new Surroundings(drl.stream().map(DrlFile::source).toList(), eventTypes.known()));
    return new Findings(
        read(workbook.tables()), List.of(), warnings, RunCases.run(rules, workbook.cases()));
  }

  private static List<Findings.TableRead> read(List<DecisionTable> tables) {
    return tables.stream().map(Findings.TableRead::of).toList();
  }
}
