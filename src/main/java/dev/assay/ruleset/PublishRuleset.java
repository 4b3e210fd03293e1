package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.problem.Problems;
import dev.assay.workbook.Workbook;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes a version live: a draft for the first time, or an earlier one again. */
@ApplicationScoped
public class PublishRuleset {
  private static final Logger LOG = Logger.getLogger(PublishRuleset.class);

  private final RulesConfig config;
  private final RulesetVersions versions;
  private final Publications publications;
  private final CompileRules compile;
  private final LiveRules live;
  private final PublicationAnnouncer announcer;
  private final Clock clock;

  PublishRuleset(
      RulesConfig config,
      RulesetVersions versions,
      Publications publications,
      CompileRules compile,
      LiveRules live,
      PublicationAnnouncer announcer,
      Clock clock) {
    this.config = config;
    this.versions = versions;
    this.publications = publications;
    this.compile = compile;
    this.live = live;
    this.announcer = announcer;
    this.clock = clock;
  }

  /**
   * How to publish.
   *
   * @param replaces the version that must be live until then, null for whichever is
   * @param announce whether stage changes that come of the new rules alone are sent
   * @param key id of the API key that asks for it
   */
  public record Wish(@Nullable Integer replaces, boolean announce, String comment, String key) {}

  /**
   * Publishes a version. It serves here when this returns, and elsewhere about a second later. To
   * publish what is live already changes nothing.
   *
   * @throws HttpProblem 404 if there is no such version; 409 if it has errors or failing cases, or
   *     if another one is live than was thought; 403 if four eyes are wanted and there were two
   */
  public void publish(int number, Wish wish) throws SQLException {
    RulesetVersion version = find(number);
    boolean again = publications.has(number);
    if (!again) {
      refuseOneself(version, wish.key());
    }
    Workbook workbook = OpenRuleset.understood(number, version.files());
    RuleSet rules = compile.compile(number, workbook, version.drl());
    if (!again) {
      refuseFailing(number, RunCases.run(rules, workbook.cases()));
    }
    swap(number, wish, rules);
  }

  /**
   * Publishes an earlier version again. It was checked when it first went live.
   *
   * @throws HttpProblem as from {@link #publish}, and 409 if the version never was live
   */
  public void rollback(int number, Wish wish) throws SQLException {
    find(number);
    if (!publications.has(number)) {
      throw Problems.conflict(
          "Rule set %d never was live, so there is no way back to it: publish it."
              .formatted(number));
    }
    publish(number, wish);
  }

  /** Whether the version, while it is a draft, has to be published with another key than this. */
  public boolean wantsOther(@Nullable String uploader, String key) {
    return config.fourEyes() && key.equals(uploader);
  }

  private RulesetVersion find(int number) throws SQLException {
    return OpenRuleset.known(versions.find(number), number);
  }

  private void swap(int number, Wish wish, RuleSet rules) throws SQLException {
    live.prepare(rules);
    try {
      Publication made = commit(number, wish);
      announcer.committed();
      live.serve(made, rules);
    } finally {
      live.forgetPrepared();
    }
  }

  /** The publication that is live then, which is the one before if it was of that version. */
  private Publication commit(int number, Wish wish) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              versions.lock();
              Publication last = publications.last();
              int before = last == null ? 0 : last.ruleset();
              if (wish.replaces() != null && wish.replaces() != before) {
                throw Problems.conflict(
                    "Rule set %d is live, not %d: look at what was published meanwhile."
                        .formatted(before, wish.replaces()));
              }
              if (last != null && before == number) {
                return last;
              }
              publications.lock();
              Publication next =
                  Publication.after(
                      last, number, wish.comment(), wish.announce(), wish.key(), clock.instant());
              publications.add(next);
              announcer.announce(Published.of(next));
              LOG.infof("Rule set %d is published by key %s", number, wish.key());
              return next;
            });
  }

  private void refuseOneself(RulesetVersion version, String key) {
    if (wantsOther(version.createdBy(), key)) {
      throw HttpProblem.builder(
              Problems.forbidden(
                  "Rule set %d was uploaded with this key: with four eyes on, somebody else has to publish it."
                      .formatted(version.number())))
          .withType(Problems.type("four-eyes"))
          .build();
    }
  }

  private static void refuseFailing(int number, List<CaseResult> cases) {
    List<CaseResult> failed = cases.stream().filter(result -> !result.passed()).toList();
    if (!failed.isEmpty()) {
      throw HttpProblem.builder(
              Problems.conflict(
                  "%d of the %d cases of rule set %d fail, first: %s. Correct the rules or the cases and upload it as a new one."
                      .formatted(failed.size(), cases.size(), number, failed.get(0))))
          .withType(Problems.type("not-sound"))
          .with("cases", failed)
          .build();
    }
  }
}
