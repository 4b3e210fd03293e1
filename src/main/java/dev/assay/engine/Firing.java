package dev.assay.engine;

import dev.assay.assessment.Activity;
import dev.assay.assessment.Assessing;
import dev.assay.assessment.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;

/** Tells the assessment which rule fires on which activities, so that rules need not say it. */
final class Firing extends DefaultAgendaEventListener implements RuleRuntimeEventListener {
  private final Assessing assessing;
  private final Map<String, RuleSource> sources;
  private @Nullable RuleSource rule;

  Firing(Assessing assessing, Map<String, RuleSource> sources) {
    this.assessing = assessing;
    this.sources = sources;
  }

  /** The rule that fires, or fired last. */
  String rule() {
    return rule == null ? "(while conditions were evaluated)" : rule.toString();
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    String name = event.getMatch().getRule().getName();
    RuleSource known = sources.get(name);
    rule = known != null ? known : RuleSource.drl(name, "DRL", Integer.MAX_VALUE);
    List<Activity> matched = new ArrayList<>(1);
    for (Object fact : event.getMatch().getObjects()) {
      if (fact instanceof Activity activity) {
        matched.add(activity);
      }
    }
    assessing.begin(rule, matched);
  }

  @Override
  public void afterMatchFired(AfterMatchFiredEvent event) {
    assessing.end();
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (rule != null) {
      assessing.asserted(event.getObject(), rule);
    }
  }

  @Override
  public void objectUpdated(ObjectUpdatedEvent event) {}

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {}
}
