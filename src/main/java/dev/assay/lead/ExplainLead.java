package dev.assay.lead;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.CurrentRules;
import dev.assay.pipeline.Profiles;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says, award by award, why a lead has its score, now or at a moment in the past. */
@ApplicationScoped
class ExplainLead {
  private final AgroalDataSource database;
  private final Leads leads;
  private final CurrentRules rules;
  private final Clock clock;

  ExplainLead(AgroalDataSource database, Leads leads, CurrentRules rules, Clock clock) {
    this.database = database;
    this.leads = leads;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Explains a lead under the live rules.
   *
   * @param asOf null for now, or for the lead's newest event if that is later
   * @return null if there is no such lead
   */
  @Nullable Explanation explain(String name, @Nullable Instant asOf) throws SQLException {
    StoredLead lead = leads.find(name);
    if (lead == null) {
      return null;
    }
    RuleSet live = rules.current();
    if (asOf == null) {
      Assessment assessment =
          live.assess(
              Profiles.lead(lead.profile()),
              lead.activities(),
              lead.activities().asOf(clock.instant()));
      return new Explanation(lead.lead(), live.stages().step(assessment, lead.stage()), assessment);
    }
    try (Connection connection = database.getConnection()) {
      String profile = History.profile(connection, lead.lead(), asOf);
      Activities activities = History.activities(connection, lead.lead());
      Assessment assessment = live.assess(Profiles.lead(profile), activities, asOf);
      return new Explanation(lead.lead(), live.stages().step(assessment, null), assessment);
    }
  }
}
