package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.CurrentRules;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rule set that is live. At start the files of the deployment become a new version if they were
 * never seen; if they are broken, the last good version stays live, loudly.
 */
@ApplicationScoped
class LiveRules implements CurrentRules {
  private static final Logger LOG = Logger.getLogger(LiveRules.class);

  private final RulesConfig config;
  private final RulesetVersions versions;
  private final Clock clock;
  private final AtomicReference<@Nullable RuleSet> live = new AtomicReference<>();
  private volatile @Nullable String problem;

  LiveRules(RulesConfig config, RulesetVersions versions, Clock clock) {
    this.config = config;
    this.versions = versions;
    this.clock = clock;
  }

  @Override
  public RuleSet current() {
    RuleSet rules = live.get();
    if (rules == null) {
      throw new IllegalStateException("No rule set is live yet.");
    }
    return rules;
  }

  /** What is wrong with the files of the deployment, null if nothing is. */
  @Nullable String problem() {
    return problem;
  }

  void start(@Observes @Priority(BEFORE_INTAKE) StartupEvent event) {
    RuleSet rules =
        QuarkusTransaction.requiringNew()
            .timeout(COMPILE_SECONDS)
            .call(
                () -> {
                  versions.lock();
                  return load();
                });
    live.set(rules);
    LOG.infof("Rule set %d is live", rules.number());
  }

  private RuleSet load() throws IOException, RulesRefused {
    RuleFiles deployed = RuleFiles.in(config.directory());
    RulesetVersion latest = versions.latest();
    if (latest != null && versions.knows(deployed)) {
      return CheckRules.check(latest.number, latest.files(), config.lanes());
    }
    try {
      RuleSet fresh = CheckRules.check(versions.nextNumber(), deployed, config.lanes());
      versions.persist(
          new RulesetVersion(fresh.number(), deployed, "From the deployment", clock.instant()));
      return fresh;
    } catch (RulesRefused refused) {
      if (latest == null) {
        throw refused;
      }
      problem =
          "The rules in %s were refused, rule set %d stays live:%n  %s"
              .formatted(config.directory(), latest.number, refused.getMessage());
      LOG.error(problem);
      return CheckRules.check(latest.number, latest.files(), config.lanes());
    }
  }

  /** Other replicas wait meanwhile; compiling takes seconds on a busy machine. */
  private static final int COMPILE_SECONDS = 300;

  /** Startup priority; the intake begins after it. */
  private static final int BEFORE_INTAKE = 2_000;
}
