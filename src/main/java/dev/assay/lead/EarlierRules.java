package dev.assay.lead;

import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.CurrentRules;
import dev.assay.ruleset.OpenRuleset;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules by which leads were assessed earlier. The few that were asked for last are kept ready,
 * so long as there is memory to spare.
 */
@ApplicationScoped
class EarlierRules {
  static final int KEPT = 3;

  private final CurrentRules rules;
  private final OpenRuleset rulesets;
  private final Map<Integer, SoftReference<RuleSet>> kept = new LinkedHashMap<>();

  EarlierRules(CurrentRules rules, OpenRuleset rulesets) {
    this.rules = rules;
    this.rulesets = rulesets;
  }

  /** The version, opened once for all who wait for it. */
  RuleSet open(int number) {
    RuleSet live = rules.current();
    return number == live.number() ? live : earlier(number);
  }

  private synchronized RuleSet earlier(int number) {
    SoftReference<RuleSet> known = kept.remove(number);
    RuleSet ready = known == null ? null : known.get();
    if (ready == null) {
      ready = rulesets.rulesForOne(number);
    }
    kept.put(number, new SoftReference<>(ready));
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return ready;
  }
}
