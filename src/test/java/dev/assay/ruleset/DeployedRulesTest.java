package dev.assay.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Tables;
import dev.assay.shipped.ShippedRules;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each start here is that of one more process on the same database, with its own rule files. */
@QuarkusTest
class DeployedRulesTest {
  @Inject LiveRules running;
  @Inject RulesetVersions versions;
  @Inject Publications publications;
  @Inject CheckRules check;
  @Inject CompileRules compile;
  @Inject Clock clock;
  @Inject Tables tables;

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
  void onlyTheRunningVersionIsStored() throws SQLException {
    int number = running.current().number();
    tables.execute("DELETE FROM ruleset_publication WHERE ruleset > ?", number);
    tables.execute("DELETE FROM ruleset WHERE number > ?", number);
  }

  @Test
  void thatAreKnownKeepTheirNumber() {
    LiveRules started = start();

    assertThat(started.current().number()).isEqualTo(running.current().number());
    assertThat(started.problem()).isNull();
  }

  @Test
  void thatAreNewBecomeTheNextVersion() throws IOException {
    Files.writeString(directory.resolve("more.drl"), "package dev.assay.rules;\n// nothing yet\n");

    LiveRules started = start();

    assertThat(started.current().number()).isEqualTo(running.current().number() + 1);
  }

  @Test
  void thatDoNotCompileLeaveTheLastVersionLiveAndSaySo() throws IOException {
    Files.writeString(directory.resolve("more.drl"), "package dev.assay.rules;\nrule broken when");

    LiveRules started = start();

    assertThat(started.current().number()).isEqualTo(running.current().number());
    assertThat(started.problem()).contains("more.drl");
  }

  @Test
  void thatFailTheirOwnCasesLeaveTheLastVersionLiveAndNameTheCase() throws IOException {
    Files.writeString(
        directory.resolve("more.drl"),
        """
        package dev.assay.rules;
        import dev.assay.assessment.*;
        global Scorecard scorecard;
        rule "Gift" when Lead() then scorecard.award(1).reason("Gift"); end
        """);

    LiveRules started = start();

    assertThat(started.current().number()).isEqualTo(running.current().number());
    assertThat(started.problem())
        .contains("Case VP of Sales with a demo request", "score: expected 75, got 76", "Gift");
  }

  @Test
  void withoutAWorkbookDoNotStart() throws IOException {
    Files.delete(directory.resolve(RuleFiles.WORKBOOK));

    org.assertj.core.api.Assertions.assertThatThrownBy(this::start)
        .hasStackTraceContaining(RuleFiles.WORKBOOK);
  }

  private LiveRules start() {
    RulesConfig config =
        new RulesConfig() {
          @Override
          public Path directory() {
            return directory;
          }

          @Override
          public int lanes() {
            return 1;
          }
        };
    LiveRules rules = new LiveRules(config, versions, publications, check, compile, clock);
    rules.start(new StartupEvent());
    return rules;
  }
}
