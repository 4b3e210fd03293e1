package dev.assay.lead;

import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.CurrentRules;
import dev.assay.ruleset.RulesetCache;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules by which leads were assessed, now or earlier. */
@ApplicationScoped
class EarlierRules {
  private final CurrentRules rules;
  private final RulesetCache cache;

  EarlierRules(CurrentRules rules, RulesetCache cache) {
    this.rules = rules;
    this.cache = cache;
  }

  RuleSet open(int number) {
    RuleSet live = rules.current();
    return number == live.number() ? live : cache.open(number);
  }
}
