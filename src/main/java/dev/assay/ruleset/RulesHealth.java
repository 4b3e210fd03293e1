package dev.assay.ruleset;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which rule set is live, and whether the deployed one was refused. */
@Readiness
class RulesHealth implements HealthCheck {
  private final LiveRules rules;

  RulesHealth(LiveRules rules) {
    this.rules = rules;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("rules").up();
    response.withData("ruleset", rules.current().number());
    String problem = rules.problem();
    if (problem != null) {
      response.withData("problem", problem);
    }
    return response.build();
  }
}
