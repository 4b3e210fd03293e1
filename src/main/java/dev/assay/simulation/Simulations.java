package dev.assay.simulation;

import dev.assay.problem.Problems;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulations of this process: at most one under way, and the latest few that ended. */
@ApplicationScoped
public class Simulations {
  private static final Duration LATER = Duration.ofSeconds(5);

  private final SimulationConfig config;
  private final Map<String, Simulation> byId = new LinkedHashMap<>();

  Simulations(SimulationConfig config) {
    this.config = config;
  }

  /**
   * Takes one in, and forgets the oldest if there are too many.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem while another is under way (429)
   */
  synchronized void add(Simulation simulation) {
    for (Simulation other : byId.values()) {
      if (other.ended() == null) {
        throw Problems.tooManyRequests(
            "Simulation %s of rule set %d is under way; wait for it, or cancel it with DELETE /v1/simulations/%s."
                .formatted(other.id, other.ruleset, other.id),
            LATER);
      }
    }
    byId.put(simulation.id, simulation);
    while (byId.size() > Math.max(1, config.kept())) {
      byId.remove(byId.keySet().iterator().next());
    }
  }

  /** Newest first. */
  public synchronized List<Simulation> all() {
    List<Simulation> all = new ArrayList<>(byId.values());
    java.util.Collections.reverse(all);
    return all;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is none of that id, or no more
   *     (404)
   */
  public synchronized Simulation get(String id) {
    Simulation simulation = byId.get(id);
    if (simulation == null) {
      throw Problems.notFound(
          "There is no such simulation here. Simulations live in the memory of the process that runs"
              + " them: they end with it, another replica does not know them, and only the latest %d"
                  .formatted(config.kept())
              + " are kept. Start it again with POST /v1/rulesets/{number}/simulations.");
    }
    return simulation;
  }

  /** Stops it if it is under way, and forgets it. */
  public synchronized void cancel(String id) {
    Simulation simulation = byId.get(id);
    if (simulation != null) {
      simulation.cancel();
      byId.remove(id);
    }
  }

  synchronized void stop(@Observes ShutdownEvent event) {
    byId.values().forEach(Simulation::cancel);
  }
}
