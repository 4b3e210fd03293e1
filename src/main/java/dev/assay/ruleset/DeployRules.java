package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlErrors;
import dev.assay.workbook.Reading;
import dev.assay.workbook.Workbook;
import dev.assay.workbook.WorkbookReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes new versions of what a deployment brings, at start. They pass the same checks as any other;
 * if they fail, the last good version stays live, loudly.
 */
@ApplicationScoped
class DeployRules {
  private static final Logger LOG = Logger.getLogger(DeployRules.class);
  private static final String COMMENT = "From the deployment";

  private final RulesConfig config;
  private final RulesetVersions versions;
  private final Publications publications;
  private final CompileRules compile;
  private final CheckRules check;
  private final LiveRules live;
  private final PublicationAnnouncer announcer;
  private final Clock clock;
  private volatile @Nullable String problem;

  DeployRules(
      RulesConfig config,
      RulesetVersions versions,
      Publications publications,
      CompileRules compile,
      CheckRules check,
      LiveRules live,
      PublicationAnnouncer announcer,
      Clock clock) {
    this.config = config;
    this.versions = versions;
    this.publications = publications;
    this.compile = compile;
    this.check = check;
    this.live = live;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** Where the versions stood before anything was compiled. */
  private record Known(
      Deployment.Standing standing, @Nullable Publication last, @Nullable RulesetVersion live) {}

  /** What is wrong with the files of the deployment, null if nothing is. */
  @Nullable String problem() {
    return problem;
  }

  void start(@Observes @Priority(BEFORE_INTAKE) StartupEvent event)
      throws IOException, RulesRefused, SQLException {
    RuleFiles deployed = RuleFiles.in(config.directory());
    boolean done = false;
    while (!done) {
      Known known = QuarkusTransaction.requiringNew().call(() -> known(deployed));
      Deployment wanted = Deployment.of(deployed, known.standing(), known.live(), problem != null);
      if (wanted == null) {
        done = true;
      } else {
        try {
          add(wanted, known, deployed);
        } catch (RulesRefused refused) {
          complain(refused, known.live());
          done = !wanted.publish();
        }
      }
    }
    live.follow();
  }

  private void complain(RulesRefused refused, @Nullable RulesetVersion served) throws RulesRefused {
    if (served == null) {
      throw refused;
    }
    problem =
        "The rules in %s were refused, rule set %d stays live:%n  %s"
            .formatted(config.directory(), served.number(), refused.getMessage());
    LOG.error(problem);
  }

  /**
   * Compiles and checks before anything is locked, so that processes which start together do not
   * wait for each other. If another one was first, nothing is added, and the caller looks again.
   */
  private void add(Deployment wanted, Known known, RuleFiles deployed)
      throws RulesRefused, SQLException {
    int number = known.standing().next();
    Checked checked = check(number, wanted);
    RulesetVersion version =
        new RulesetVersion(
            number, wanted.files(), wanted.shipped(), COMMENT, null, clock.instant());
    Publication published =
        QuarkusTransaction.requiringNew()
            .call(() -> add(version, checked.findings(), wanted.publish(), known, deployed));
    if (published != null && checked.rules() != null) {
      live.serve(published, checked.rules());
    }
  }

  /** Adds it, and gives the publication, if there is to be one and no other process was first. */
  private @Nullable Publication add(
      RulesetVersion version, Findings findings, boolean publish, Known known, RuleFiles deployed)
      throws SQLException {
    versions.lock();
    if (!known(deployed).standing().equals(known.standing())) {
      return null;
    }
    versions.add(version, findings);
    if (!publish) {
      return null;
    }
    publications.lock();
    Publication publication =
        Publication.after(known.last(), version.number(), COMMENT, false, null, clock.instant());
    publications.add(publication);
    announcer.announce(Published.of(publication));
    return publication;
  }

  private Known known(RuleFiles deployed) throws SQLException {
    Publication last = publications.last();
    return new Known(
        new Deployment.Standing(
            last == null ? 0 : last.sequence(),
            versions.nextNumber(),
            versions.knowsWorkbook(deployed),
            versions.knowsDrl(deployed)),
        last,
        last == null ? null : versions.find(last.ruleset()));
  }

  /**
   * What was found.
   *
   * @param rules ready to serve, null for a draft
   */
  private record Checked(Findings findings, @Nullable RuleSet rules) {}

  /** A draft may have errors; analysts see them. DRL that does not compile is refused anyway. */
  private Checked check(int number, Deployment wanted) throws RulesRefused {
    RuleFiles files = wanted.files();
    Reading reading = WorkbookReader.read(files.workbook());
    try {
      if (!wanted.publish() || !(reading instanceof Reading.Understood understood)) {
        return sound(wanted, new Checked(check.check(reading, files.drl()), null));
      }
      Workbook workbook = understood.workbook();
      RuleSet rules = compile.compile(number, workbook, files.drl());
      return sound(wanted, new Checked(check.check(workbook, files.drl(), rules), rules));
    } catch (DrlErrors errors) {
      throw new RulesRefused(List.of(String.valueOf(errors.getMessage())));
    }
  }

  private static Checked sound(Deployment wanted, Checked checked) throws RulesRefused {
    if (wanted.publish() && !checked.findings().sound()) {
      throw new RulesRefused(checked.findings().problems());
    }
    return checked;
  }

  /** Startup priority; the intake begins after it. */
  private static final int BEFORE_INTAKE = 2_000;
}
