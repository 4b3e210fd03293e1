package dev.assay.ruleset;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which rule set is live, and whether the deployed one was refused. */
@Readiness
class RulesHealth implements HealthCheck {
  private final LiveRules rules;
  private final DeployRules deployed;

  RulesHealth(LiveRules rules, DeployRules deployed) {
    this.rules = rules;
    this.deployed = deployed;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("rules").up();
    response.withData("ruleset", rules.current().number());
    String problem = rules.problem() != null ? rules.problem() : deployed.problem();
    if (problem != null) {
      response.withData("problem", problem);
    }
    return response.build();
  }
}
