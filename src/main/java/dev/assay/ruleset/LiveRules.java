package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlErrors;
import dev.assay.pipeline.CurrentRules;
import dev.assay.workbook.WorkbookReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
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
  private final Publications publications;
  private final CheckRules check;
  private final CompileRules compile;
  private final Clock clock;
  private final AtomicReference<@Nullable RuleSet> live = new AtomicReference<>();
  private volatile @Nullable String problem;

  LiveRules(
      RulesConfig config,
      RulesetVersions versions,
      Publications publications,
      CheckRules check,
      CompileRules compile,
      Clock clock) {
    this.config = config;
    this.versions = versions;
    this.publications = publications;
    this.check = check;
    this.compile = compile;
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
    Publication last = publications.last();
    RulesetVersion latest =
        last == null ? null : Objects.requireNonNull(versions.findById(last.ruleset));
    if (latest != null && versions.knows(deployed)) {
      return compile(latest);
    }
    try {
      Checked fresh = check(versions.nextNumber(), deployed);
      RuleSet rules = Objects.requireNonNull(fresh.rules());
      Instant now = clock.instant();
      versions.persist(
          new RulesetVersion(rules.number(), deployed, true, fresh.findings(), COMMENT, null, now));
      publications.persist(new Publication(last, rules.number(), COMMENT, false, null, now));
      return rules;
    } catch (RulesRefused refused) {
      if (latest == null) {
        throw refused;
      }
      problem =
          "The rules in %s were refused, rule set %d stays live:%n  %s"
              .formatted(config.directory(), latest.number, refused.getMessage());
      LOG.error(problem);
      return compile(latest);
    }
  }

  private RuleSet compile(RulesetVersion version) {
    return compile.compile(
        version.number, OpenRuleset.understood(version.number, version.files()), version.drl);
  }

  private Checked check(int number, RuleFiles files) throws RulesRefused {
    Checked checked;
    try {
      checked = check.check(number, WorkbookReader.read(files.workbook()), files.drl());
    } catch (DrlErrors errors) {
      throw new RulesRefused(List.of(String.valueOf(errors.getMessage())));
    }
    Findings findings = checked.findings();
    if (!findings.sound()) {
      throw new RulesRefused(
          Stream.concat(findings.errors().stream(), findings.failedCases().stream())
              .map(Object::toString)
              .toList());
    }
    return checked;
  }

  private static final String COMMENT = "From the deployment";

  /** Other replicas wait meanwhile; compiling takes seconds on a busy machine. */
  private static final int COMPILE_SECONDS = 300;

  /** Startup priority; the intake begins after it. */
  private static final int BEFORE_INTAKE = 2_000;
}
