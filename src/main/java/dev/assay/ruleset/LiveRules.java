package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.CurrentRules;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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
  private final AgroalDataSource database;
  private final Clock clock;
  private final AtomicReference<@Nullable RuleSet> live = new AtomicReference<>();
  private volatile @Nullable String problem;

  LiveRules(RulesConfig config, AgroalDataSource database, Clock clock) {
    this.config = config;
    this.database = database;
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

  void start(@Observes @Priority(BEFORE_INTAKE) StartupEvent event)
      throws IOException, SQLException, RulesRefused {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      RulesetTable table = new RulesetTable(connection);
      table.lock();
      live.set(load(table));
      connection.commit();
    }
    LOG.infof("Rule set %d is live", current().number());
  }

  private RuleSet load(RulesetTable table) throws IOException, SQLException, RulesRefused {
    RuleFiles deployed = RuleFiles.in(config.directory());
    RulesetTable.Version latest = table.latest();
    if (latest != null && table.knows(deployed.digest())) {
      return CheckRules.check(latest.number(), latest.files(), config.lanes());
    }
    try {
      RuleSet fresh = CheckRules.check(table.nextNumber(), deployed, config.lanes());
      table.insert(fresh.number(), deployed, "From the deployment", clock.instant());
      return fresh;
    } catch (RulesRefused refused) {
      if (latest == null) {
        throw refused;
      }
      problem =
          "The rules in %s were refused, rule set %d stays live:%n  %s"
              .formatted(config.directory(), latest.number(), refused.getMessage());
      LOG.error(problem);
      return CheckRules.check(latest.number(), latest.files(), config.lanes());
    }
  }

  /** Startup priority; the intake begins after it. */
  private static final int BEFORE_INTAKE = 2_000;
}
