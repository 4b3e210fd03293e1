package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlErrors;
import dev.assay.engine.DrlFile;
import dev.assay.engine.RuleCompiler;
import dev.assay.workbook.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The one place where rule sets are made. */
@ApplicationScoped
class CompileRules {
  private final RulesConfig config;
  private final KnownDrl known;

  CompileRules(RulesConfig config, KnownDrl known) {
    this.config = config;
    this.known = known;
  }

  /**
   * Compiles the rules of a version, for many assessments at once.
   *
   * @throws DrlErrors if the DRL is broken
   */
  RuleSet compile(int number, Workbook workbook, List<DrlFile> drl) {
    return RuleCompiler.compile(number, workbook, known.of(drl), config.lanes());
  }

  /**
   * Compiles the rules of a version, for one assessment after the other.
   *
   * @throws DrlErrors if the DRL is broken
   */
  RuleSet compileForOne(int number, Workbook workbook, List<DrlFile> drl) {
    return RuleCompiler.compile(number, workbook, known.of(drl), 1);
  }
}
