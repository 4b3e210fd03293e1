package dev.assay.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.pipeline.CurrentRules;
import dev.assay.shipped.ShippedRules;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.RuleRow;
import dev.assay.workbook.Workbook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Some leads were won, and sales said so. */
@QuarkusTest
class ClosingTest {
  private static boolean settled;

  @Inject Tables tables;
  @Inject CurrentRules rules;

  @BeforeEach
  void settle() {
    if (!settled) {
      Population.settle(Assay.newLead(), 200);
      settled = true;
    }
  }

  @Test
  void closeRatesAreThoseOfTheLog() throws Exception {
    JsonPath view = Simulated.run(rules.current().number(), "{}").view;

    int won =
        tables.count(
            "SELECT count(DISTINCT lead) FROM event WHERE type = 'outcome' AND subject = 'won'");
    assertThat(view.getInt("report.closing.all.won")).isEqualTo(won).isPositive();
    assertThat(view.getInt("report.closing.all.leads"))
        .isEqualTo(tables.count("SELECT count(*) FROM lead"));
    for (String of : List.of("stages", "bands")) {
      for (String side : List.of("before", "after")) {
        List<Integer> each = view.getList("report.closing.%s.%s.won".formatted(of, side));
        assertThat(each.stream().mapToInt(i -> i).sum()).isEqualTo(won);
      }
    }
    int hot = view.getInt("report.closing.bands.find { it.name == 'warm' }.before.won");
    assertThat(hot)
        .isEqualTo(
            tables.count(
                """
                SELECT count(*) FROM lead l WHERE band = 'warm' AND EXISTS (
                    SELECT FROM event e WHERE e.lead = l.lead AND type = 'outcome' AND subject = 'won')
                """));
  }

  @Test
  void theLiftOfARowIsThatOfTheLog() throws Exception {
    JsonPath view = Simulated.run(rules.current().number(), "{}").view;

    String row = "report.after.rows.find { it.reason == 'Asked for a demo' }.lift.";
    int fired = tables.count("SELECT count(DISTINCT lead) FROM event WHERE type = 'demo_request'");
    int won =
        tables.count(
            """
            SELECT count(DISTINCT d.lead) FROM event d JOIN event w USING (lead)
            WHERE d.type = 'demo_request' AND w.type = 'outcome' AND w.subject = 'won'
            """);
    assertThat(view.getInt(row + "fired.leads")).isEqualTo(fired);
    assertThat(view.getInt(row + "fired.won")).isEqualTo(won);
    int rest = tables.count("SELECT count(*) FROM lead") - fired;
    assertThat(view.getInt(row + "rest.leads")).isEqualTo(rest);
    // Leads of other tests count too, so what is known beforehand is the figure, not its sign.
    int restWon = view.getInt("report.closing.all.won") - won;
    double difference = (double) won / fired - (double) restWon / rest;
    assertThat(view.getDouble(row + "difference.value")).isCloseTo(difference, within(1e-6));
    assertThat(view.getDouble(row + "difference.low")).isLessThan(difference);
    assertThat(view.getDouble(row + "difference.high")).isGreaterThan(difference);
  }

  @Test
  void theSuggestedWorkbookDiffersInPointsAlone() {
    Simulated simulated = Simulated.run(rules.current().number(), "{}");

    byte[] file =
        simulated
            .get("/suggested-workbook")
            .statusCode(200)
            .contentType(Drafts.XLSX)
            .extract()
            .asByteArray();

    Map<String, Integer> suggested = new TreeMap<>();
    for (Map<String, Object> row :
        simulated.view.<Map<String, Object>>getList(
            "report.after.rows.findAll { it.lift.suggestedPoints != null && it.rule.sheet != null }")) {
      JsonPath one =
          new JsonPath(
              new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(row).toString());
      suggested.put(one.getString("rule.name"), one.getInt("lift.suggestedPoints"));
    }
    assertThat(suggested).isNotEmpty();
    Map<String, Integer> expected = points(Drafts.read(ShippedRules.workbook()));
    expected.putAll(suggested);
    assertThat(points(Drafts.read(file))).isEqualTo(expected);
    assertThat(Drafts.upload(file)).isPositive();
  }

  private static Map<String, Integer> points(Workbook workbook) {
    Map<String, Integer> points = new TreeMap<>();
    for (DecisionTable table : workbook.tables()) {
      for (RuleRow row : table.rows()) {
        Integer each = row.number(ActionWord.EACH);
        Integer given = each != null ? each : row.number(ActionWord.ONCE);
        if (given != null) {
          points.put(table.ruleName(row), given);
        }
      }
    }
    return points;
  }
}
