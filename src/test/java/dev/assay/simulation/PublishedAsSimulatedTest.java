package dev.assay.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.pipeline.CurrentRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What a simulation foretells is what publishing brings, lead by lead. */
@QuarkusTest
class PublishedAsSimulatedTest {
  @Inject Tables tables;
  @Inject CurrentRules rules;

  @Test
  void everyLeadStandsWhereTheSimulationPutIt() throws Exception {
    int live = rules.current().number();
    String family = Assay.newLead();
    Population.settle(family, 100);
    byte[] other = Drafts.with(Map.of("Asked for a demo", 60, "VP or C-suite", 5));
    int draft = dev.assay.ruleset.Drafts.draft(withoutCases(other));
    Map<String, String> stages = stages(family);
    Map<String, String> scores = new TreeMap<>();
    for (Map<String, Object> change : Simulated.run(draft, "{}").changes(200)) {
      JsonPath one = new JsonPath(new ObjectMapper().valueToTree(change).toString());
      String lead = one.getString("lead");
      if (stages.containsKey(lead)) {
        stages.put(lead, one.getString("after.stage") + " " + one.getString("after.owner"));
        scores.put(lead, one.getString("after.score") + " " + one.getString("after.band"));
      }
    }
    assertThat(scores).hasSizeGreaterThanOrEqualTo(3);

    try {
      dev.assay.ruleset.Drafts.publish(draft, "").statusCode(200);
      awaitReassessed(draft);

      assertThat(stages(family)).isEqualTo(stages);
      assertThat(byLead("SELECT lead, score, band FROM lead WHERE lead LIKE ?", family))
          .containsAllEntriesOf(scores);
    } finally {
      dev.assay.ruleset.Drafts.rollback(live).statusCode(200);
      awaitReassessed(live);
    }
  }

  private Map<String, String> stages(String family) throws SQLException {
    return byLead("SELECT lead, stage, owner FROM lead WHERE lead LIKE ?", family);
  }

  private Map<String, String> byLead(String sql, String family) throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    for (String row : tables.rows(sql, family + "%")) {
      String[] lead = row.split(" ", 2);
      rows.put(lead[0], lead[1]);
    }
    return rows;
  }

  private static void awaitReassessed(int ruleset) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                dev.assay.ruleset.Drafts.get("/{n}/reassessment", ruleset)
                    .statusCode(200)
                    .body("remaining", equalTo(0)));
  }

  /** So that it can be published: the cases say what the shipped points make of a lead. */
  private static byte[] withoutCases(byte[] file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.removeSheetAt(workbook.getSheetIndex("Cases"));
      workbook.write(out);
      return out.toByteArray();
    }
  }
}
