package dev.assay.engine;

import dev.assay.assessment.RuleSource;
import java.util.Map;
import org.kie.api.definition.rule.Rule;

/**
 * Where each rule is written. A row and a DRL rule may have the same name, so the two are kept
 * apart.
 */
record Sources(Map<String, RuleSource> rows, Map<String, RuleSource> drl) {

  RuleSource of(Rule rule) {
    boolean row = rule.getPackageName().equals(RowRule.PACKAGE);
    RuleSource known = (row ? rows : drl).get(rule.getName());
    return known != null ? known : RuleSource.drl(rule.getName(), "DRL", Integer.MAX_VALUE);
  }
}
