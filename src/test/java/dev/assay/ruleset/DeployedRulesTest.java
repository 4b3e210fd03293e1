package dev.assay.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.assay.assessment.RuleSet;
import dev.assay.shipped.ShippedRules;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each start here is that of one more process on the same database, with its own rule files. */
@QuarkusTest
class DeployedRulesTest {
  private static final int SHIPPED = 1;

  @Inject RulesetVersions versions;
  @Inject Publications publications;
  @Inject CompileRules compile;
  @Inject CheckRules check;
  @Inject OpenRuleset open;
  @Inject RulesetCache cache;
  @Inject PublicationAnnouncer announcer;
  @Inject Clock clock;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @BeforeEach
  void theShippedRulesAreDeployed() throws IOException {
    Files.write(directory.resolve(RuleFiles.WORKBOOK), ShippedRules.workbook());
    for (var file : ShippedRules.files()) {
      Files.writeString(directory.resolve(file.name()), file.source());
    }
  }

  @AfterEach
  void theShippedRulesAreLive() {
    Drafts.rollback(SHIPPED).statusCode(200);
  }

  @Test
  void thatAreKnownKeepTheirNumber() throws Exception {
    Started started = start();

    assertThat(started.current.number()).isEqualTo(SHIPPED);
    assertThat(started.problem).isNull();
  }

  @Test
  void thatAreNewBecomeTheNextVersion() throws Exception {
    int next = next();
    moreDrl(harmless());

    Started started = start();

    assertThat(started.current.number()).isEqualTo(next);
    Drafts.get("/{n}", next)
        .body("state", equalTo("live"))
        .body("shipped", equalTo(true))
        .body("createdBy", equalTo(null))
        .body("figures.failedCases", equalTo(0));
    Drafts.get("/{n}/diff?against={m}", next, SHIPPED)
        .body("tables", empty())
        .body("drl", hasItem(Map.of("file", "more.drl", "change", "added")));
    Drafts.get("/{n}/diff?against={m}", SHIPPED, next)
        .body("drl", hasItem(Map.of("file", "more.drl", "change", "removed")));
  }

  @Test
  void thatWereRolledBackStayBackWhenAProcessStartsAgain() throws Exception {
    moreDrl(harmless());
    start();
    Drafts.rollback(SHIPPED).statusCode(200);

    Started again = start();

    assertThat(again.current.number()).isEqualTo(SHIPPED);
  }

  @Test
  void withNewDrlKeepTheWorkbookThatAnalystsPublished() throws Exception {
    byte[] workbook = Drafts.sound(40);
    Drafts.publish(Drafts.draft(workbook), "").statusCode(200);
    int next = next();
    moreDrl(harmless());

    Started started = start();

    assertThat(started.current.number()).isEqualTo(next);
    assertThat(open.file(next)).isEqualTo(workbook);
    Drafts.get("/{n}", next).body("shipped", equalTo(false));
    assertThat(next()).isEqualTo(next + 1);
  }

  @Test
  void withANewWorkbookOfferItToAnalystsWhoPublishedTheirOwn() throws Exception {
    Drafts.publish(Drafts.draft(Drafts.sound(40)), "").statusCode(200);
    int live = next() - 1;
    byte[] shipped = Drafts.sound(45);
    Files.write(directory.resolve(RuleFiles.WORKBOOK), shipped);

    Started started = start();

    assertThat(started.current.number()).isEqualTo(live);
    assertThat(open.file(live + 1)).isEqualTo(shipped);
    Drafts.get("/{n}", live + 1).body("state", equalTo("draft")).body("shipped", equalTo(true));
    start();
    assertThat(next()).isEqualTo(live + 2);
  }

  @Test
  void thatDoNotCompileLeaveTheLastVersionLiveAndSaySo() throws Exception {
    moreDrl("rule broken when");

    Started started = start();

    assertThat(started.current.number()).isEqualTo(SHIPPED);
    assertThat(started.problem).contains("more.drl");
  }

  @Test
  void thatFailTheirOwnCasesLeaveTheLastVersionLiveAndNameTheCase() throws Exception {
    moreDrl(
        """
        import dev.assay.assessment.*;
        global Scorecard scorecard;
        rule "Gift" when Lead() then scorecard.award(1).reason("Gift"); end
        """);

    Started started = start();

    assertThat(started.current.number()).isEqualTo(SHIPPED);
    assertThat(started.problem)
        .contains("Case VP of Sales with a demo request", "score: expected 75, got 76", "Gift");
  }

  @Test
  void withoutAWorkbookDoNotStart() throws IOException {
    Files.delete(directory.resolve(RuleFiles.WORKBOOK));

    assertThatThrownBy(this::start).hasStackTraceContaining(RuleFiles.WORKBOOK);
  }

  /** What is live in one more process, and what it says of its deployment. */
  private record Started(RuleSet current, @Nullable String problem) {}

  private Started start() throws Exception {
    LiveRules live = new LiveRules(publications, open, cache);
    DeployRules rules =
        new DeployRules(
            new TestConfig(directory, false),
            versions,
            publications,
            compile,
            check,
            live,
            announcer,
            clock);
    rules.start(new StartupEvent());
    return new Started(live.current(), rules.problem());
  }

  private static int next() {
    return Drafts.get("?limit=1").extract().jsonPath().getInt("rulesets[0].number") + 1;
  }

  private void moreDrl(String rules) throws IOException {
    Files.writeString(directory.resolve("more.drl"), "package dev.assay.rules;\n" + rules);
  }

  /** DRL that does nothing, and that no version has yet. */
  private static String harmless() {
    return "// " + UUID.randomUUID() + "\n";
  }
}
