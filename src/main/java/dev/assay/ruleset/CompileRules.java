package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlErrors;
import dev.assay.engine.DrlFile;
import dev.assay.engine.DrlPackages;
import dev.assay.engine.RuleCompiler;
import dev.assay.workbook.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one place where rule sets are made. */
@ApplicationScoped
class CompileRules {
  private final RulesConfig config;
  private final AtomicReference<@Nullable CompiledDrl> last = new AtomicReference<>();

  CompileRules(RulesConfig config) {
    this.config = config;
  }

  /** Versions of one deployment have the same DRL, and compiling it takes seconds. */
  private record CompiledDrl(List<DrlFile> files, DrlPackages packages) {}

  /**
   * Compiles the rules of a version.
   *
   * @throws DrlErrors if the DRL is broken
   */
  RuleSet compile(int number, Workbook workbook, List<DrlFile> drl) {
    CompiledDrl known = last.get();
    if (known == null || !known.files().equals(drl)) {
      known = new CompiledDrl(List.copyOf(drl), DrlPackages.compile(drl));
      last.set(known);
    }
    return RuleCompiler.compile(number, workbook, known.packages(), config.lanes());
  }
}
