package dev.assay.engine;

import static org.drools.model.DSL.globalOf;

import dev.assay.assessment.Group;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.RuleSource;
import dev.assay.assessment.Scorecard;
import dev.assay.assessment.ScoringModel;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.RuleRow;
import dev.assay.workbook.Workbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.core.impl.InternalRuleBase;
import org.drools.model.Global;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;

/** Turns a workbook and the DRL files of the deployment into a rule set that can assess leads. */
public final class RuleCompiler {
  private RuleCompiler() {}

  /**
   * Builds a rule set.
   *
   * @param number of the version
   * @param lanes how many assessments may run at once; each lane has a rule base of its own,
   *     because threads that share one wait for each other
   */
  public static RuleSet compile(int number, Workbook workbook, DrlPackages drl, int lanes) {
    Sources sources = sources(workbook, drl);
    ScoringModel scoring = scoring(number, workbook);
    List<Lane> ready = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      ready.add(new Lane(ruleBase(workbook, drl, sources), sources, scoring));
    }
    return new CompiledRuleSet(scoring, ready);
  }

  static Sources sources(Workbook workbook, DrlPackages drl) {
    Map<String, RuleSource> rows = new HashMap<>();
    for (DecisionTable table : workbook.tables()) {
      for (RuleRow row : table.rows()) {
        String name = table.ruleName(row);
        rows.put(name, RuleSource.row(name, table.sheet(), row.number(), rows.size()));
      }
    }
    return new Sources(rows, drl.sources());
  }

  static ScoringModel scoring(int number, Workbook workbook) {
    return new ScoringModel(
        number,
        workbook.groups().stream().collect(Collectors.toMap(Group::name, Function.identity())),
        workbook.floor(),
        workbook.ceiling(),
        workbook.stages());
  }

  private static InternalRuleBase ruleBase(Workbook workbook, DrlPackages drl, Sources sources) {
    ModelImpl model = new ModelImpl(RowRule.PACKAGE);
    Global<Scorecard> scorecard = globalOf(Scorecard.class, RowRule.PACKAGE, Lane.SCORECARD);
    model.addGlobal(scorecard);
    for (DecisionTable table : workbook.tables()) {
      for (RuleRow row : table.rows()) {
        model.addRule(RowRule.build(table.ruleName(row), row, scorecard));
      }
    }
    InternalRuleBase base = (InternalRuleBase) KieBaseBuilder.createKieBaseFromModel(model);
    ToldConsequence.tellOf(base.getKiePackages(), sources);
    base.addPackages(drl.packages());
    return base;
  }
}
