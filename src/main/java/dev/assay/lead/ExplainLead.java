package dev.assay.lead;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.CurrentRules;
import dev.assay.ruleset.OpenRuleset;
import dev.assay.scoring.step.Profiles;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says, award by award, why a lead has its score, now or at a moment in the past. */
@ApplicationScoped
public class ExplainLead {
  private final AgroalDataSource database;
  private final Leads leads;
  private final CurrentRules rules;
  private final OpenRuleset rulesets;
  private final Clock clock;

  ExplainLead(
      AgroalDataSource database,
      Leads leads,
      CurrentRules rules,
      OpenRuleset rulesets,
      Clock clock) {
    this.database = database;
    this.leads = leads;
    this.rules = rules;
    this.rulesets = rulesets;
    this.clock = clock;
  }

  /**
   * Explains a lead.
   *
   * @param ruleset the version by whose rules, null for those that are live
   * @param asOf null for now, or for the lead's newest event if that is later
   * @return null if there is no such lead
   */
  public @Nullable Explanation explain(
      String name, @Nullable Integer ruleset, @Nullable Instant asOf) throws SQLException {
    StoredLead lead = leads.find(name);
    if (lead == null) {
      return null;
    }
    RuleSet by = rules(ruleset);
    if (asOf == null) {
      Assessment assessment =
          by.assess(
              Profiles.lead(lead.profile()),
              lead.activities(),
              lead.activities().asOf(clock.instant()));
      return new Explanation(lead.lead(), by.stages().step(assessment, lead.stage()), assessment);
    }
    try (Connection connection = database.getConnection()) {
      String profile = History.profile(connection, lead.lead(), asOf);
      Activities activities = History.activities(connection, lead.lead());
      Assessment assessment = by.assess(Profiles.lead(profile), activities, asOf);
      return new Explanation(lead.lead(), by.stages().step(assessment, null), assessment);
    }
  }

  private RuleSet rules(@Nullable Integer ruleset) {
    RuleSet live = rules.current();
    return ruleset == null || ruleset == live.number() ? live : rulesets.rulesForOne(ruleset);
  }
}
