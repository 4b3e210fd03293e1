package dev.assay.engine;

import dev.assay.assessment.Activity;
import dev.assay.assessment.RuleSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/**
 * The consequence of a rule, with the assessment told before and after which rule fires and on
 * which activities. An event listener could do the same for several microseconds an assessment.
 */
final class ToldConsequence implements Consequence<KnowledgeHelper> {
  private final Consequence<KnowledgeHelper> consequence;
  private final RuleSource rule;

  private ToldConsequence(Consequence<KnowledgeHelper> consequence, RuleSource rule) {
    this.consequence = consequence;
    this.rule = rule;
  }

  /** Makes all rules of the packages, which must be those of an executable model, tell. */
  @SuppressWarnings("unchecked") // every consequence of an executable model is of this kind
  static void tellOf(Collection<? extends KiePackage> packages, Sources sources) {
    for (KiePackage rules : packages) {
      for (Rule rule : rules.getRules()) {
        RuleImpl built = (RuleImpl) rule;
        built.setConsequence(
            new ToldConsequence(
                (Consequence<KnowledgeHelper>) built.getConsequence(), sources.of(rule)));
      }
    }
  }

  @Override
  public String getName() {
    return consequence.getName();
  }

  @Override
  public void evaluate(KnowledgeHelper helper, ValueResolver values) throws Exception {
    Firing firing = Firing.onThisThread();
    firing.begin(rule, matched(helper.getTuple()));
    consequence.evaluate(helper, values);
    firing.end();
  }

  private static List<Activity> matched(BaseTuple match) {
    List<Activity> matched = List.of();
    for (@Nullable BaseTuple tuple = match; tuple != null; tuple = tuple.getParent()) {
      if (tuple.getFactHandle() != null
          && tuple.getFactHandle().getObject() instanceof Activity activity) {
        if (matched.isEmpty()) {
          matched = List.of(activity);
        } else {
          matched = new ArrayList<>(matched);
          matched.add(activity);
        }
      }
    }
    return matched;
  }
}
