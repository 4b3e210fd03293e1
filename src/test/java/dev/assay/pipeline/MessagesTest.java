package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.Stages;
import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.scoring.step.LeadKey;
import dev.assay.time.SteppedClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While somebody wants to hear of everything, score changes of a single point included. */
@QuarkusTest
class MessagesTest {

  /** What the logs say has changed, as type, from and to. */
  private static final String CHANGES =
      """
      WITH scores AS (
          SELECT lead, score, band, lag(score, 1, 0) OVER past AS score_before,
              lag(band) OVER past AS band_before
          FROM score_change WHERE lead LIKE ?
          WINDOW past AS (PARTITION BY lead ORDER BY sequence)
      ), stages AS (
          SELECT lead, from_stage, to_stage, owner, lag(owner) OVER past AS owner_before,
              coalesce(array_position(string_to_array(?, ','), to_stage), 0)
                  > coalesce(array_position(string_to_array(?, ','), from_stage), 0) AS higher
          FROM stage_change WHERE lead LIKE ?
          WINDOW past AS (PARTITION BY lead ORDER BY sequence)
      )
      SELECT lead, 'lead.stage.changed' AS type, from_stage, to_stage FROM stages
      UNION ALL
      SELECT lead, CASE WHEN higher THEN 'lead.qualified' ELSE 'lead.disqualified' END,
          from_stage, to_stage FROM stages
      UNION ALL
      SELECT lead, 'lead.assigned', owner_before, owner FROM stages
      WHERE owner IS DISTINCT FROM owner_before
      UNION ALL
      SELECT lead, 'lead.band.changed', band_before, band FROM scores
      WHERE band IS DISTINCT FROM band_before
      UNION ALL
      SELECT lead, 'lead.score.changed', score_before::text, score::text FROM scores
      WHERE score <> score_before
      """;

  private static final String TOLD =
      """
      SELECT lead, type, payload::json->'data'->>'from', payload::json->'data'->>'to'
      FROM message WHERE lead LIKE ?
      """;

  @Inject AgroalDataSource database;
  @Inject PipelineMeters meters;
  @Inject CurrentRules rules;
  @Inject Announcer announcer;
  @Inject Tables tables;

  private final SteppedClock clock = SteppedClock.yearsAhead();
  private final Histories histories = new Histories();
  private final String family = Assay.newLead();

  @BeforeEach
  void someoneListens() throws Exception {
    tables.execute(
        "INSERT INTO webhook_endpoint (id, url, score_step, created_at)"
            + " VALUES (?, 'http://127.0.0.1:9/', 1, now())",
        family);
  }

  @AfterEach
  void nobodyListens() throws Exception {
    tables.execute("DELETE FROM webhook_endpoint WHERE id = ?", family);
  }

  @Test
  void eachChangeIsOneMessageAndMessagesAreNumberedWithoutGaps() throws Exception {
    live(30);

    String stages =
        rules.current().stages().inOrder().stream()
            .map(Stages.Stage::name)
            .collect(Collectors.joining(","));
    List<String> told = tables.rows(TOLD, family + "%");
    assertThat(told)
        .hasSizeGreaterThan(100)
        .containsExactlyInAnyOrderElementsOf(
            tables.rows(CHANGES, family + "%", stages, stages, family + "%"));
    assertThat(tables.rows("SELECT lead FROM delivery WHERE endpoint = ?", family))
        .filteredOn(lead -> lead.startsWith(family))
        .hasSameSizeAs(told);
    assertThat(
            tables.rows(
                """
                SELECT lead FROM lead LEFT JOIN message USING (lead) WHERE lead LIKE ?
                GROUP BY lead, messages
                HAVING messages <> count(id) OR count(DISTINCT sequence) <> count(id)
                    OR coalesce(max(sequence), 0) <> count(id)\
                """,
                family + "%"))
        .isEmpty();
    assertThat(
            tables.rows(
                """
                SELECT message.id FROM message JOIN delivery
                    ON delivery.lead = message.lead AND delivery.message = message.id
                WHERE message.lead LIKE ? AND (delivery.sequence <> message.sequence
                    OR (payload::json->'data'->>'sequence')::integer <> message.sequence)\
                """,
                family + "%"))
        .isEmpty();
  }

  @Test
  void newRulesAreQuietAboutAllOfIt() throws Exception {
    live(10);
    List<Work> all = new ArrayList<>();
    tables
        .rows("SELECT lead FROM lead WHERE lead LIKE ?", family + "%")
        .forEach(lead -> all.add(new Work.Reassess(new LeadKey.Known(lead))));
    write(rules.current()).write(all);
    int before = tables.rows(TOLD, family + "%").size();
    int scores = tables.count("SELECT count(*) FROM score_change WHERE lead LIKE ?", family + "%");

    clock.step(Duration.ofMillis(1));
    OwnRules later = OwnRules.from(rules, clock.instant(), new Later(rules.current()));
    new WriteBatch(database, later, announcer, clock, meters).write(all);

    assertThat(tables.count("SELECT count(*) FROM score_change WHERE lead LIKE ?", family + "%"))
        .isGreaterThan(scores);
    assertThat(tables.rows(TOLD, family + "%")).hasSize(before);
  }

  @Test
  void aLeadThatIsGivenToSomebodyElseIsAnnounced() throws Exception {
    LeadKey key = new LeadKey.Known(family);
    write(rules.current()).write(List.of(new Work.MergeProfile(key, "{\"title\":\"Intern\"}")));
    int before = tables.rows(TOLD, family).size();

    write(rules.current()).write(List.of(new Work.AssignOwner(key, "lee", "key-1")));
    write(rules.current()).write(List.of(new Work.AssignOwner(key, "lee", "key-1")));
    write(rules.current()).write(List.of(new Work.AssignOwner(key, "kim", "key-1")));

    assertThat(tables.rows(TOLD + " ORDER BY sequence", family))
        .hasSize(before + 2)
        .endsWith(family + " lead.assigned null lee", family + " lead.assigned lee kim");
  }

  @Test
  void aNewOwnerIsAnnouncedEvenWhereTheLeadCannotBeAssessed() throws Exception {
    LeadKey key = new LeadKey.Known(family);
    write(rules.current()).write(List.of(new Work.MergeProfile(key, "{\"title\":\"Intern\"}")));
    int before = tables.rows(TOLD, family).size();

    new WriteBatch(
            database,
            new OwnRules(rules.timeline().withoutAssessment("no good")),
            announcer,
            clock,
            meters)
        .write(List.of(new Work.AssignOwner(key, "lee", "key-1")));
    assertThat(tables.rows(TOLD + " ORDER BY sequence", family))
        .hasSize(before + 1)
        .endsWith(family + " lead.assigned null lee");
    assertThat(tables.count("SELECT count(*) FROM lead WHERE problem IS NULL AND lead = ?", family))
        .isZero();

    write(rules.current()).write(List.of(new Work.Reassess(key, true)));
    assertThat(tables.rows(TOLD, family)).as("told once").hasSize(before + 1);
  }

  /** What happens to a dozen leads in so many batches. */
  private void live(int batches) {
    for (int batch = 0; batch < batches; batch++) {
      Duration passed = Duration.ofHours(1 + histories.random.nextInt(300));
      clock.step(passed);
      List<Work> work = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        LeadKey key = new LeadKey.Known(family + "-" + histories.random.nextInt(12));
        work.add(
            switch (histories.random.nextInt(6)) {
              case 0 -> new Work.MergeProfile(key, histories.patch());
              case 1 -> new Work.Reassess(key);
              default ->
                  histories.event(key, 100 * batch + i, clock.instant().minus(passed), passed);
            });
      }
      write(rules.current()).write(work);
    }
  }

  private WriteBatch write(RuleSet with) {
    return new WriteBatch(database, OwnRules.instead(rules, with), announcer, clock, meters);
  }

  /** Other rules: those that look at leads as they will be in two years. */
  private record Later(RuleSet rules) implements RuleSet {
    @Override
    public int number() {
      return 1_000_000;
    }

    @Override
    public Stages stages() {
      return rules.stages();
    }

    @Override
    public Assessment assess(Lead lead, Activities activities, Instant asOf) {
      return rules.assess(lead, activities, asOf.plus(Duration.ofDays(730)));
    }
  }
}
