package dev.assay.engine;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Activity;
import dev.assay.assessment.Assessing;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.ScoringModel;
import java.time.Instant;
import org.drools.base.rule.EntryPointId;
import org.drools.core.impl.InternalRuleBase;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.EntryPoint;

/** A rule base with a session that is used again and again, by one thread at a time. */
final class Lane {
  static final String SCORECARD = "scorecard";

  /** Far more than all rows of a large workbook firing for all activities of a busy lead. */
  static final int MOST_FIRINGS = 100_000;

  private final KieBase base;
  private final Sources sources;
  private final ScoringModel scoring;
  private final EventTypes types;
  private KieSessionsPool sessions;

  Lane(InternalRuleBase base, Sources sources, ScoringModel scoring) {
    this.base = (KieBase) base;
    this.sources = sources;
    this.scoring = scoring;
    this.types = EventTypes.seenBy(base, probe());
    this.sessions = this.base.newKieSessionsPool(1);
  }

  Assessment assess(Lead lead, Activities activities, Instant asOf) {
    KieSession session = sessions.newKieSession();
    EntryPoint facts = session.getEntryPoint(EntryPointId.DEFAULT.getEntryPointId());
    Assessing assessing = new Assessing(scoring, lead, activities, asOf, facts::insert);
    Firing firing = new Firing(assessing, sources, activities.size());
    boolean clean = false;
    firing.attend();
    try {
      Assessment assessment = assess(session, facts, assessing, firing);
      session.dispose();
      clean = true;
      return assessment;
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError thrown) {
      throw firing.failure(thrown);
    } finally {
      firing.leave();
      if (!clean) {
        // What a failed rule left behind must not reach the next lead.
        sessions.shutdown();
        sessions = base.newKieSessionsPool(1);
      }
    }
  }

  private Assessment assess(
      KieSession session, EntryPoint facts, Assessing assessing, Firing firing) {
    session.setGlobal(SCORECARD, assessing.scorecard());
    for (Object fact : assessing.facts()) {
      if (types.matter(fact)) {
        facts.insert(fact);
      }
    }
    session.addEventListener(firing);
    fire(session, firing);
    facts.insert(assessing.total());
    fire(session, firing);
    session.removeEventListener(firing);
    return assessing.finish();
  }

  private Activity probe() {
    Activities one = new Activities.Builder().add("type", "subject", new long[] {0}).build();
    return new Assessing(scoring, Lead.UNKNOWN, one, Instant.EPOCH, fact -> {})
        .facts().stream()
            .filter(fact -> fact instanceof Activity)
            .map(Activity.class::cast)
            .filter(activity -> activity.getSubject() != null)
            .findFirst()
            .orElseThrow();
  }

  private static void fire(KieSession session, Firing firing) {
    if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
      throw firing.endless(MOST_FIRINGS);
    }
  }
}
