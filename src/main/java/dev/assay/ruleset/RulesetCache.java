package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rule sets that were live earlier. The few that were asked for last are kept ready, so long as
 * there is memory to spare.
 */
@ApplicationScoped
public class RulesetCache {
  /** Versions that are kept. */
  public static final int MAX_KEPT = 3;

  private final OpenRuleset rulesets;
  private final Map<Integer, SoftReference<RuleSet>> kept = new LinkedHashMap<>();

  RulesetCache(OpenRuleset rulesets) {
    this.rulesets = rulesets;
  }

  /**
   * The version, opened once for all who wait for it.
   *
   * @throws RuntimeException if it cannot be opened (any more)
   */
  public synchronized RuleSet open(int number) {
    SoftReference<RuleSet> known = kept.get(number);
    RuleSet ready = known == null ? null : known.get();
    return keep(number, ready == null ? rulesets.rulesForOne(number) : ready);
  }

  /** Keeps a version ready that is at hand. */
  synchronized RuleSet keep(int number, RuleSet ready) {
    kept.remove(number);
    kept.put(number, new SoftReference<>(ready));
    if (kept.size() > MAX_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return ready;
  }
}
