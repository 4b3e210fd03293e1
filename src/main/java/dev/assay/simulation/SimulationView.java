package dev.assay.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as callers see it.
 *
 * @param ruleset what is tried
 * @param live what it is compared with
 * @param state running, done or failed
 * @param problem why it failed
 * @param report what came of it, once it is done
 */
@Schema(name = "Simulation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulationView(
    String id,
    int ruleset,
    int live,
    Scope scope,
    Instant startedAt,
    String state,
    Progress progress,
    @Nullable String problem,
    @Nullable Report report) {

  public static SimulationView of(Simulation simulation) {
    Simulation.Ended ended = simulation.ended();
    return new SimulationView(
        simulation.id,
        simulation.ruleset,
        simulation.live,
        simulation.scope,
        simulation.startedAt,
        ended == null ? "running" : ended.report() == null ? "failed" : "done",
        simulation.progress(),
        ended == null ? null : ended.problem(),
        ended == null ? null : ended.report());
  }

  /** Without the report, for lists. */
  SimulationView brief() {
    return new SimulationView(id, ruleset, live, scope, startedAt, state, progress, problem, null);
  }
}
