package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.assay.assessment.RuleSet;
import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.database.RoundTrip;
import dev.assay.database.Rows;
import dev.assay.engine.DrlFile;
import dev.assay.engine.DrlPackages;
import dev.assay.engine.RuleCompiler;
import dev.assay.scoring.step.LeadKey;
import dev.assay.shipped.ShippedRules;
import dev.assay.time.SteppedClock;
import dev.assay.workbook.Reading;
import dev.assay.workbook.WorkbookReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WriteBatchTest {
  private static final String BOOM =
      """
      package dev.assay.rules;
      import dev.assay.assessment.*;
      rule "Boom"
      when Lead(lastName == "Boom")
      then if (true) { throw new IllegalStateException("boom"); }
      end
      """;

  private static final String PLANS =
      "SELECT current_setting('plan_cache_mode') || ' ' || current_setting('enable_seqscan')";

  @Inject AgroalDataSource database;
  @Inject PipelineMeters meters;
  @Inject CurrentRules rules;
  @Inject Announcer announcer;
  @Inject Tables tables;

  private final SteppedClock clock = SteppedClock.yearsAhead();
  private final String lead = Assay.newLead();
  private final LeadKey byKey = new LeadKey.Known(lead);

  @Test
  void aRuleThatFailsSpoilsItsOwnLeadOnly() throws Exception {
    List<Work> work =
        List.of(
            new Work.MergeProfile(byKey, "{\"lastName\":\"Boom\"}"),
            demo(byKey, 1),
            demo(new LeadKey.Known(lead + "-mate"), 1));

    List<Done> done = write(failingRules()).write(work);

    assertThat(accepted(done.get(1)).problem()).contains("Boom").contains("boom");
    assertThat(accepted(done.get(2)).score()).isEqualTo(30);
    assertThat(accepted(done.get(2)).problem()).isNull();
    assertThat(tables.count("SELECT count(*) FROM event WHERE lead = ?", lead)).isEqualTo(1);
    assertThat(tables.rows("SELECT next_review_at, ruleset FROM lead WHERE lead = ?", lead))
        .containsExactly("null 1");
    Assay.get("/v1/leads/{lead}", lead).body("problem", containsString("Boom"));
  }

  @Test
  void onceTheRulesWorkAgainTheEventCounts() {
    write(failingRules())
        .write(List.of(new Work.MergeProfile(byKey, "{\"lastName\":\"Boom\"}"), demo(byKey, 1)));

    List<Done> done = write(rules.current()).write(List.of(new Work.Reassess(byKey, true)));

    assertThat(accepted(done.get(0)).score()).isEqualTo(30);
    assertThat(accepted(done.get(0)).problem()).isNull();
  }

  @Test
  void whatPassesWhenTriedAgainIsTriedAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    Announcer collides =
        asked -> {
          Announcer.Audience audience = announcer.audience(asked);
          return (connection, changes) -> {
            if (tries.incrementAndGet() < 3) {
              throw new SQLException("could not serialize access", "40001");
            }
            return audience.announce(connection, changes);
          };
        };

    List<Done> done = new WriteBatch(database, rules, collides, clock, meters).write(toMql(byKey));

    assertThat(accepted(done.get(1)).stage()).isEqualTo("MQL");
    assertThat(tries).hasValue(3);
    assertThat(tables.count("SELECT count(*) FROM stage_change WHERE lead = ?", lead)).isEqualTo(1);
    assertThat(
            tables.count(
                "SELECT count(*) FROM message WHERE lead = ? AND type = 'lead.stage.changed'",
                lead))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSenderIsWokenAfterTheCommitIfThereIsSomethingToSend(boolean toSend) {
    AtomicInteger woken = new AtomicInteger();
    Announcer announces =
        new Announcer() {
          @Override
          public Audience audience(RoundTrip asked) {
            Audience audience = announcer.audience(asked);
            return (connection, changes) ->
                new Announced(audience.announce(connection, changes).messages(), toSend);
          }

          @Override
          public void committed() {
            woken.incrementAndGet();
          }
        };

    new WriteBatch(database, rules, announces, clock, meters).write(toMql(byKey));

    assertThat(woken).hasValue(toSend ? 1 : 0);
  }

  @Test
  void plansAreKeptForTheTransactionAlone() throws Exception {
    List<String> during = new ArrayList<>();
    Announcer asks =
        asked -> {
          Announcer.Audience audience = announcer.audience(asked);
          return (connection, changes) -> {
            during.addAll(Rows.query(connection, PLANS, row -> row.getString(1)));
            return audience.announce(connection, changes);
          };
        };

    new WriteBatch(database, rules, asks, clock, meters).write(toMql(byKey));

    assertThat(during).containsExactly("force_generic_plan off");
    try (Connection same = database.getConnection()) {
      assertThat(Rows.query(same, PLANS, row -> row.getString(1))).containsExactly("auto on");
    }
  }

  @Test
  void whereMemoryEndsNothingIsLeftHalfDone() throws Exception {
    Announcer exhausted =
        asked ->
            (connection, changes) -> {
              throw new OutOfMemoryError("as if");
            };
    WriteBatch write = new WriteBatch(database, rules, exhausted, clock, meters);

    assertThatThrownBy(() -> write.write(List.of(demo(byKey, 1))))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(tables.count("SELECT count(*) FROM event WHERE lead = ?", lead)).isZero();
  }

  @Test
  void whatNeverPassesIsToBeRepeatedAndLeavesNothing() throws Exception {
    WriteBatch write = new WriteBatch(database, rules, failing("40P01"), clock, meters);

    assertThatThrownBy(() -> write.write(List.of(toMql(byKey).get(0), demo(byKey, 1))))
        .isInstanceOf(Unavailable.class);

    assertThat(tables.count("SELECT count(*) FROM event WHERE lead = ?", lead)).isZero();
  }

  @Test
  void whatCannotBeStoredSinksNothingBesideIt() {
    List<Work> work =
        List.of(
            demo(byKey, 1),
            new Work.MergeProfile(byKey, "{\"title\":\"\\u0000\"}"),
            demo(byKey, 2));

    List<Done> done = write(rules.current()).write(work);

    assertThat(done.get(0)).isInstanceOf(Done.Accepted.class);
    assertThat(done.get(1)).isInstanceOf(Done.Failed.class);
    assertThat(done.get(2)).isInstanceOf(Done.Accepted.class);
  }

  @Test
  void whatCannotBeStoredOfAnAssessmentSetsTheLeadAsideWithItsEvents() throws Exception {
    WriteBatch write = new WriteBatch(database, rules, failing("22021"), clock, meters);

    List<Done> done = write.write(toMql(byKey));

    assertThat(accepted(done.get(1)).problem()).contains("could not be stored");
    assertThat(accepted(done.get(1)).stage()).isNull();
    assertThat(tables.count("SELECT count(*) FROM event WHERE lead = ?", lead)).isEqualTo(1);
    Done again = write(rules.current()).write(List.of(new Work.Reassess(byKey, true))).get(0);
    assertThat(accepted(again).stage()).isEqualTo("MQL");
    assertThat(accepted(again).problem()).isNull();
  }

  @Test
  void aRealDeadlockIsTriedAgain() throws Exception {
    LeadKey other = new LeadKey.Known(lead + "-other");
    WriteBatch write = write(rules.current());
    write.write(List.of(demo(byKey, 1), demo(other, 1)));
    CompletableFuture<List<Done>> writing;
    try (Connection rival = database.getConnection()) {
      rival.setAutoCommit(false);
      lock(rival, "SET LOCAL deadlock_timeout = '30s'", null);
      lock(rival, LOCK, other.value());
      writing =
          CompletableFuture.supplyAsync(() -> write.write(List.of(demo(byKey, 2), demo(other, 2))));
      await().until(() -> tables.count(BLOCKED) > 0);

      lock(rival, LOCK, lead);
      rival.rollback();
    }

    assertThat(writing.get()).hasOnlyElementsOfType(Done.Accepted.class);
    assertThat(tables.count("SELECT count(*) FROM event WHERE lead LIKE ?", lead + "%"))
        .isEqualTo(4);
  }

  private static final String LOCK = "SELECT 1 FROM lead WHERE lead = ? FOR UPDATE";
  private static final String BLOCKED =
      "SELECT count(*) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0";

  private static void lock(Connection connection, String sql, @Nullable String lead)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (lead != null) {
        statement.setString(1, lead);
      }
      statement.execute();
    }
  }

  private static Announcer failing(String state) {
    return asked ->
        (connection, changes) -> {
          throw new SQLException("refused", state);
        };
  }

  private WriteBatch write(RuleSet with) {
    return new WriteBatch(database, OwnRules.instead(rules, with), announcer, clock, meters);
  }

  private static Done.LeadState accepted(Done done) {
    assertThat(done).isInstanceOf(Done.Accepted.class);
    return ((Done.Accepted) done).lead();
  }

  private Work demo(LeadKey key, int number) {
    return Histories.event(key, number, "demo_request", "", clock.instant());
  }

  private List<Work> toMql(LeadKey key) {
    return List.of(
        new Work.MergeProfile(key, "{\"title\":\"VP of Sales\",\"employees\":300}"), demo(key, 1));
  }

  private static RuleSet failingRules() {
    List<DrlFile> files = new ArrayList<>(ShippedRules.files());
    files.add(new DrlFile("boom.drl", BOOM));
    var read = (Reading.Understood) WorkbookReader.read(ShippedRules.workbook());
    return RuleCompiler.compile(1, read.workbook(), DrlPackages.compile(files), 1);
  }
}
