package dev.assay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.pipeline.CurrentRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft that gives 60 points for a demo, where the live rules give 30, and less for titles. */
@QuarkusTest
class SimulationTest {
  private static final int LEADS = 150;

  /** So that the changes take several pages. */
  private static final int PAGE = 25;

  private static @Nullable String family;
  private static int draft;

  @Inject Tables tables;
  @Inject CurrentRules rules;

  /** Leads of tests by a clock of their own stand where they will in years; today knows nothing. */
  @BeforeEach
  void settle() throws Exception {
    if (family == null) {
      tables.execute("DELETE FROM lead WHERE stepped_at > now() + interval '1 day'");
      tables.execute(
          "DELETE FROM event e WHERE NOT EXISTS (SELECT FROM lead WHERE lead.lead = e.lead)");
      String name = Assay.newLead();
      Population.settle(name, LEADS);
      draft =
          Drafts.upload(
              Drafts.with(
                  Map.of("Asked for a demo", 60, "VP or C-suite", 5, "Looked at pricing", 12)));
      family = name;
    }
  }

  @Test
  void theLiveRulesChangeNothing() {
    JsonPath same = Simulated.run(rules.current().number(), "{}").view;

    assertThat(same.getInt("report.leads")).isGreaterThanOrEqualTo(LEADS);
    assertThat(same.getInt("report.changes.total")).isZero();
    for (String matrix : List.of("stages", "bands")) {
      List<List<Integer>> leads = same.getList("report." + matrix + ".leads");
      for (int row = 0; row < leads.size(); row++) {
        for (int column = 0; column < leads.size(); column++) {
          assertThat(row == column || leads.get(row).get(column) == 0).isTrue();
        }
      }
    }
    assertThat(same.getList("report.scores.before")).isEqualTo(same.getList("report.scores.after"));
    // Before is what is stored, after what is assessed: the law says that they are the same.
    assertThat(points(same, "before")).isNotEmpty().isEqualTo(points(same, "after"));
  }

  @Test
  void nothingIsWritten() throws Exception {
    List<String> before = stored();

    Simulated.run(draft, "{}");

    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void everyLeadIsCountedOnce() throws Exception {
    JsonPath view = Simulated.run(draft, "{}").view;

    int leads = tables.count("SELECT count(*) FROM lead");
    assertThat(view.getInt("progress.done")).isEqualTo(leads);
    assertThat(view.getInt("progress.total")).isEqualTo(leads);
    assertThat(view.getInt("report.leads")).isEqualTo(leads);
    assertThat(sum(view.getList("report.stages.leads.flatten()"))).isEqualTo(leads);
    assertThat(sum(view.getList("report.bands.leads.flatten()"))).isEqualTo(leads);
    assertThat(sum(view.getList("report.scores.before"))).isEqualTo(leads);
    assertThat(sum(view.getList("report.scores.after"))).isEqualTo(leads);
    int demos = view.getInt("report.after.rows.find { it.reason == 'Asked for a demo' }.leads");
    assertThat(demos)
        .isEqualTo(
            tables.count("SELECT count(DISTINCT lead) FROM event WHERE type = 'demo_request'"));
    assertThat(view.getInt("report.after.rows.find { it.reason == 'Asked for a demo' }.points"))
        .isEqualTo(60 * demos);
    assertThat(view.getList("report.after.neverFired.sheet")).isNotEmpty();
  }

  @Test
  void differencesAddUp() {
    List<Map<String, Object>> changes = Simulated.run(draft, "{}").changes(PAGE);

    String name = java.util.Objects.requireNonNull(family);
    List<String> keys = changes.stream().map(change -> (String) change.get("lead")).toList();
    assertThat(keys).isSorted().doesNotHaveDuplicates();
    List<Map<String, Object>> own =
        changes.stream()
            .filter(change -> String.valueOf(change.get("lead")).startsWith(name))
            .toList();
    assertThat(own).hasSizeGreaterThan(10);
    for (Map<String, Object> change : own) {
      JsonPath one = new JsonPath(json(change));
      int points = 0;
      for (Map<String, Object> line : one.<Map<String, Object>>getList("differences")) {
        points += points(line, "after") - points(line, "before");
      }
      assertThat(points).isEqualTo(one.getInt("after.score") - one.getInt("before.score"));
      assertThat(one.getList("differences")).isNotEmpty();
      assertThat(one.getString("after.stage")).isNotEqualTo(one.getString("before.stage"));
    }
  }

  @Test
  void aMomentInThePastIsAsItWas() {
    var moment = Assay.ago(Duration.ofDays(30));

    Simulated past = Simulated.run(draft, "{\"asOf\":\"%s\"}".formatted(moment));

    List<Map<String, Object>> changes = past.changes(50);
    assertThat(changes).isNotEmpty();
    for (Map<String, Object> change : changes.subList(0, Math.min(5, changes.size()))) {
      JsonPath one = new JsonPath(json(change));
      Assay.get("/v1/leads/{lead}/explanation?asOf={at}", one.getString("lead"), moment.toString())
          .statusCode(200)
          .body("score.total", org.hamcrest.Matchers.equalTo(one.getInt("before.score")));
    }
    assertThat(past.view.getInt("report.notYetKnown")).isPositive();
  }

  @Test
  void aSampleIsTheSameEachTime() {
    Simulated one = Simulated.run(draft, "{\"sample\":40}");
    Simulated other = Simulated.run(draft, "{\"sample\":40}");

    assertThat(one.view.getInt("report.leads")).isEqualTo(40);
    assertThat(one.changes(200)).isEqualTo(other.changes(200));
  }

  private static int points(Map<String, Object> line, String side) {
    return line.get(side) instanceof Map<?, ?> said ? (Integer) said.get("points") : 0;
  }

  /** Leads and points by rule, of rules that give any. */
  private static Map<String, String> points(JsonPath view, String side) {
    Map<String, String> points = new TreeMap<>();
    for (Map<String, Object> row : view.<Map<String, Object>>getList("report." + side + ".rows")) {
      JsonPath one = new JsonPath(json(row));
      if (one.getInt("points") != 0) {
        points.put(
            one.getString("rule.name"), one.getInt("leads") + " leads, " + one.getInt("points"));
      }
    }
    return points;
  }

  private List<String> stored() throws Exception {
    List<String> stored = new ArrayList<>();
    for (String table :
        List.of("lead", "event", "profile_change", "score_change", "stage_change", "message")) {
      stored.addAll(
          tables.rows(
              "SELECT count(*), md5(string_agg(t::text, '' ORDER BY t::text)) FROM "
                  + table
                  + " t WHERE lead IN (SELECT lead FROM lead WHERE lead LIKE ? AND"
                  + " (next_review_at IS NULL OR next_review_at > now() + interval '5 minutes'))",
              family + "%"));
    }
    return stored;
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private static String json(Object value) {
    return new ObjectMapper().valueToTree(value).toString();
  }
}
