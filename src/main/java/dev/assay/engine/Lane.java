package dev.assay.engine;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessing;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleFailure;
import dev.assay.assessment.RuleSource;
import dev.assay.assessment.ScoringModel;
import java.time.Instant;
import java.util.Map;
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
  private final Map<String, RuleSource> sources;
  private final ScoringModel scoring;
  private KieSessionsPool sessions;

  Lane(InternalRuleBase base, Map<String, RuleSource> sources, ScoringModel scoring) {
    this.base = (KieBase) base;
    this.sources = sources;
    this.scoring = scoring;
    this.sessions = this.base.newKieSessionsPool(1);
  }

  Assessment assess(Lead lead, Activities activities, Instant asOf) {
    KieSession session = sessions.newKieSession();
    boolean clean = false;
    try {
      Assessing assessing = new Assessing(scoring, lead, activities, asOf, session::insert);
      Firing firing = new Firing(assessing, sources);
      session.setGlobal(SCORECARD, assessing.scorecard());
      session.addEventListener((org.kie.api.event.rule.AgendaEventListener) firing);
      session.addEventListener((org.kie.api.event.rule.RuleRuntimeEventListener) firing);
      assessing.facts().forEach(session::insert);
      fire(session, firing);
      session.insert(assessing.total());
      fire(session, firing);
      Assessment assessment = assessing.finish();
      session.removeEventListener((org.kie.api.event.rule.AgendaEventListener) firing);
      session.removeEventListener((org.kie.api.event.rule.RuleRuntimeEventListener) firing);
      clean = true;
      return assessment;
    } finally {
      session.dispose();
      if (!clean) {
        // What a failed rule left behind must not reach the next lead.
        sessions.shutdown();
        sessions = base.newKieSessionsPool(1);
      }
    }
  }

  private static void fire(KieSession session, Firing firing) {
    try {
      if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
        throw new RuleFailure(
            firing.rule(), "fires again and again (%d firings)".formatted(MOST_FIRINGS), null);
      }
    } catch (RuleFailure failure) {
      throw failure;
    } catch (RuntimeException thrown) {
      Throwable root = thrown;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      if (root instanceof RuleFailure failure) {
        throw failure;
      }
      throw new RuleFailure(firing.rule(), root.toString(), thrown);
    }
  }
}
