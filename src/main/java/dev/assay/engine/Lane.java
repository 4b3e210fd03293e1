package dev.assay.engine;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessing;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.ScoringModel;
import java.time.Instant;
import org.drools.core.impl.InternalRuleBase;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** A rule base with a session that is used again and again, by one thread at a time. */
final class Lane {
  static final String SCORECARD = "scorecard";

  /** Far more than all rows of a large workbook firing for all activities of a busy lead. */
  static final int MOST_FIRINGS = 100_000;

  private final KieBase base;
  private final Sources sources;
  private final ScoringModel scoring;
  private KieSessionsPool sessions;

  Lane(InternalRuleBase base, Sources sources, ScoringModel scoring) {
    this.base = (KieBase) base;
    this.sources = sources;
    this.scoring = scoring;
    this.sessions = this.base.newKieSessionsPool(1);
  }

  Assessment assess(Lead lead, Activities activities, Instant asOf) {
    KieSession session = sessions.newKieSession();
    Assessing assessing = new Assessing(scoring, lead, activities, asOf, session::insert);
    Firing firing = new Firing(assessing, sources);
    boolean clean = false;
    firing.attend();
    try {
      Assessment assessment = assess(session, assessing, firing);
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

  private static Assessment assess(KieSession session, Assessing assessing, Firing firing) {
    session.setGlobal(SCORECARD, assessing.scorecard());
    assessing.facts().forEach(session::insert);
    session.addEventListener(firing);
    fire(session, firing);
    session.insert(assessing.total());
    fire(session, firing);
    session.removeEventListener(firing);
    return assessing.finish();
  }

  private static void fire(KieSession session, Firing firing) {
    if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
      throw firing.endless(MOST_FIRINGS);
    }
  }
}
