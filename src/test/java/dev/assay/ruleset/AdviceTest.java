package dev.assay.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.assay.security.Keys;
import dev.assay.workbook.Reading;
import dev.assay.workbook.WorkbookReader;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What analysts are told about a draft that can be understood: what is odd, and what differs. */
@QuarkusTest
class AdviceTest {

  @Test
  void aThresholdThatCannotBeReachedIsWarnedOf() {
    Drafts.upload(Drafts.sound(30))
        .statusCode(201)
        .body("figures.warnings", equalTo(1))
        .body("warnings.kind", contains("never-reached"))
        .body("warnings[0].message", containsString("a score from 50"))
        .body("warnings[0].hint", equalTo("Lower the threshold or give more points."))
        .body("warnings[0].cells[0].sheet", equalTo("Stages"))
        .body("warnings[0].cells[0].cell", equalTo("A11"))
        .body("warnings[0].cells[0].value", equalTo("50"));
  }

  @Test
  void anEventTypeIsKnownOnceSuchAnEventCameIn() {
    String type = "seen_" + UUID.randomUUID().toString().substring(0, 8);
    Drafts.upload(Drafts.pointsFor(type))
        .statusCode(201)
        .body("warnings.kind", contains("unknown-event-type"));

    Keys.as(Keys.with("ingest"))
        .contentType("application/json")
        .body("{\"id\":\"%1$s\",\"lead\":\"%1$s\",\"type\":\"%1$s\"}".formatted(type))
        .post("/v1/events")
        .then()
        .statusCode(200);

    Drafts.upload(Drafts.pointsFor(type))
        .statusCode(201)
        .body("warnings.kind", not(contains("unknown-event-type")));
  }

  @Test
  void aDraftIsComparedWithAnother() {
    int before = Drafts.draft(Drafts.sound(30));
    int after = Drafts.draft(Drafts.sound(35));

    Drafts.get("/{n}/diff?against={m}", after, before)
        .statusCode(200)
        .contentType("application/json")
        .body("ruleset", equalTo(after))
        .body("against", equalTo(before))
        .body("rows.changed", equalTo(2))
        .body("tables[0].rows[0].cells[0].cell", equalTo("B11"))
        .body("tables[0].rows[0].cells[0].from", equalTo("30"))
        .body("tables[0].rows[0].cells[0].to", equalTo("35"))
        .body("tables[1].sheet", equalTo("Cases"));
  }

  @Test
  void withoutAnotherItIsComparedWithTheLiveOne() {
    int draft = Drafts.draft(Drafts.sound(30));
    int live = Drafts.get("").extract().path("rulesets.find { it.state == 'live' }.number");

    Drafts.get("/{n}/diff", draft).statusCode(200).body("against", equalTo(live));
    Drafts.get("/{n}/diff", live)
        .body("rows.changed", equalTo(0))
        .body("tables.size()", equalTo(0));
  }

  @Test
  void aComparisonCanBeASpreadsheet() {
    int before = Drafts.draft(Drafts.sound(30));
    int after = Drafts.draft(Drafts.sound(35));

    byte[] byFormat =
        Drafts.get("/{n}/diff?against={m}&format=xlsx", after, before)
            .statusCode(200)
            .contentType(Drafts.XLSX)
            .header("Content-Disposition", containsString("rule-set-%d-against".formatted(after)))
            .extract()
            .asByteArray();
    byte[] byAccept =
        Keys.as(Keys.with("analyst"))
            .accept(Drafts.XLSX)
            .get("/v1/rulesets/{n}/diff?against={m}", after, before)
            .then()
            .statusCode(200)
            .contentType(Drafts.XLSX)
            .extract()
            .asByteArray();

    assertThat(byFormat).startsWith('P', 'K');
    assertThat(byAccept).startsWith('P', 'K');
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    int sound = Drafts.draft(Drafts.sound(30));
    int broken = Drafts.draft(Drafts.workbook("many", 30));

    Drafts.get("/{n}/diff", 1_000_000).statusCode(404);
    Drafts.get("/{n}/diff?against=1000000", sound).statusCode(404);
    Drafts.get("/{n}/diff", broken)
        .statusCode(409)
        .contentType("application/problem+json")
        .body("errors[0].cell", equalTo("B11"));
    Drafts.get("/{n}/diff?format=pdf", sound)
        .statusCode(400)
        .body("detail", containsString("json or xlsx, not pdf"));
  }

  @Test
  void theEmptyWorkbookCanBeUploadedAsItIs() {
    byte[] empty =
        Drafts.get("/template").statusCode(200).contentType(Drafts.XLSX).extract().asByteArray();

    assertThat(WorkbookReader.read(empty)).isInstanceOf(Reading.Understood.class);
    Drafts.upload(empty).statusCode(201).body("figures.errors", equalTo(0));
  }

  @Test
  void onlyAnalystsSeeThem() {
    for (String path : List.of("/v1/rulesets/template", "/v1/rulesets/1/diff")) {
      Keys.as(Keys.with("sales")).get(path).then().statusCode(403);
    }
  }
}
