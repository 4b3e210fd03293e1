package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead that is MQL by who it is (55 points); MQL begins at 50 and is left below 40. */
@QuarkusTest
class StageTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();
  private String owner = "";

  @BeforeEach
  void isMql() {
    owner =
        Assay.put(
                lead,
                "{\"title\":\"VP of"
                    + " Sales\",\"employees\":500,\"industry\":\"Software\",\"country\":\"DE\"}")
            .statusCode(201)
            .body("score", equalTo(55))
            .body("stage", equalTo("MQL"))
            .extract()
            .path("owner");
    assertThat(owner).isNotBlank();
  }

  @Test
  void aStageIsKeptAboveItsLowerLimit() throws Exception {
    employees(100).body("score", equalTo(45)).body("stage", equalTo("MQL"));

    assertThat(stages()).containsExactly("1 null MQL");
  }

  @Test
  void aStageIsLeftBelowIt() throws Exception {
    employees(5).body("score", equalTo(37)).body("stage", nullValue());

    assertThat(stages()).containsExactly("1 null MQL", "2 MQL null");
  }

  @Test
  void whoLeftMustQualifyAgain() throws Exception {
    employees(5).body("stage", nullValue());
    employees(100).body("score", equalTo(45)).body("stage", nullValue());

    employees(300).body("score", equalTo(50)).body("stage", equalTo("MQL"));

    assertThat(stages()).containsExactly("1 null MQL", "2 MQL null", "3 null MQL");
  }

  @Test
  void theOwnerStays() {
    employees(5).body("owner", equalTo(owner));

    Assay.put(lead, "{\"employees\":500,\"country\":\"US\",\"region\":\"EMEA\"}")
        .statusCode(200)
        .body("stage", equalTo("MQL"))
        .body("owner", equalTo(owner));
  }

  @Test
  void stagesAreSkippedInOneChange() throws Exception {
    String fresh = Assay.newLead();

    Assay.post(
            "[%s,%s,%s,%s,%s]"
                .formatted(
                    Assay.event("1", fresh, "demo_request", ""),
                    Assay.event("2", fresh, "meeting", ""),
                    Assay.event("3", fresh, "page_view", "/case-studies/acme"),
                    Assay.event("4", fresh, "webinar_attended", "a"),
                    Assay.event("5", fresh, "webinar_question", "a")))
        .statusCode(200);
    int between = Assay.lead(fresh).getInt("score");
    Assay.put(fresh, "{\"title\":\"VP of Sales\",\"employees\":500}").statusCode(200);

    assertThat(between).isBetween(50, 99);
    assertThat(
            tables.rows(
                "SELECT from_stage, to_stage FROM stage_change WHERE lead = ? ORDER BY sequence",
                fresh))
        .containsExactly("null MQL", "MQL SQL");
  }

  @Test
  void aLateEventAnnouncesNoStageThatIsOver() throws Exception {
    String cold = Assay.newLead();
    Assay.put(cold, "{\"title\":\"VP of Sales\"}").statusCode(201);

    Assay.post(
            "[%s,%s,%s]"
                .formatted(
                    Assay.event("1", cold, "page_view", "/pricing", Duration.ofDays(301)),
                    Assay.event("2", cold, "page_view", "/pricing", Duration.ofDays(301)),
                    Assay.event("3", cold, "page_view", "/pricing", Duration.ofDays(301))))
        .statusCode(200);

    assertThat(tables.count("SELECT count(*) FROM stage_change WHERE lead = ?", cold)).isZero();
  }

  @Test
  void aWishNotToBeContactedEndsEveryStage() throws Exception {
    Assay.post(Assay.event("no", lead, "do_not_contact", "")).body("stage", nullValue());

    assertThat(stages()).containsExactly("1 null MQL", "2 MQL null");
  }

  private ValidatableResponse employees(int count) {
    return Assay.put(lead, "{\"employees\":%d}".formatted(count)).statusCode(200);
  }

  /** One row for each change, and as many messages. */
  private List<String> stages() throws Exception {
    List<String> changes =
        tables.rows(
            "SELECT sequence, from_stage, to_stage FROM stage_change WHERE lead = ? ORDER BY"
                + " sequence",
            lead);
    assertThat(
            tables.count(
                "SELECT count(*) FROM message WHERE lead = ? AND type = 'lead.stage.changed'",
                lead))
        .isEqualTo(changes.size());
    return changes;
  }
}
