package dev.assay.assessment;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set fixes for every lead alike.
 *
 * @param ruleset number of the rule set
 * @param groups by name, whatever its case
 * @param floor the least score, null for no limit
 * @param ceiling the greatest score, null for no limit
 */
public record ScoringModel(
    int ruleset,
    Map<String, Group> groups,
    @Nullable Integer floor,
    @Nullable Integer ceiling,
    Stages stages) {

  public ScoringModel {
    Map<String, Group> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(groups);
    groups = byName;
  }
}
