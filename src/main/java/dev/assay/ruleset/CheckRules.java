package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlErrors;
import dev.assay.engine.DrlPackages;
import dev.assay.engine.RuleCompiler;
import dev.assay.workbook.Reading;
import dev.assay.workbook.WorkbookError;
import dev.assay.workbook.WorkbookReader;
import java.util.List;

/** Makes a rule set of files, and lets it go live only if it passes its own cases. */
final class CheckRules {
  private CheckRules() {}

  /**
   * Reads, compiles and tries the rules.
   *
   * @throws RulesRefused with everything that is wrong
   */
  static RuleSet check(int number, RuleFiles files, int lanes) throws RulesRefused {
    Reading reading = WorkbookReader.read(files.workbook());
    if (reading instanceof Reading.Refused refused) {
      throw new RulesRefused(refused.errors().stream().map(WorkbookError::toString).toList());
    }
    var workbook = ((Reading.Understood) reading).workbook();
    RuleSet rules;
    try {
      rules = RuleCompiler.compile(number, workbook, DrlPackages.compile(files.drl()), lanes);
    } catch (DrlErrors errors) {
      throw new RulesRefused(List.of(String.valueOf(errors.getMessage())));
    }
    List<String> failed =
        RunCases.run(rules, workbook.cases()).stream()
            .filter(result -> !result.passed())
            .map(
                result ->
                    "Case %s (%s!%s): %s"
                        .formatted(
                            result.example().name(),
                            result.example().sheet(),
                            result.example().cell(),
                            String.join("; ", result.differences())))
            .toList();
    if (!failed.isEmpty()) {
      throw new RulesRefused(failed);
    }
    return rules;
  }
}
