package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.client.LongHistory;
import dev.assay.client.Replay;
import dev.assay.client.Tables;
import dev.assay.pipeline.CurrentRules;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LongHistoryTest {
  @Inject AgroalDataSource database;
  @Inject CurrentRules rules;
  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @BeforeEach
  void post() throws Exception {
    LongHistory.post(lead);
    assertThat(inTwoParts()).isTrue();
  }

  @AfterEach
  void erase() {
    Assay.erase(lead);
  }

  @Test
  void isShownAndExplainedWhole() {
    JsonPath shown = Assay.lead(lead);
    JsonPath why = Assay.get("/v1/leads/{lead}/explanation", lead).extract().jsonPath();

    List<Integer> counts = shown.getList("activities.count", Integer.class);
    assertThat(counts.stream().mapToInt(count -> count).sum()).isEqualTo(LongHistory.EVENTS);
    assertThat(why.getInt("score.total")).isEqualTo(shown.getInt("score"));
  }

  @Test
  void isWhatItsLogSays() throws Exception {
    assertThat(differences()).isEmpty();
  }

  @Test
  void becomesOnePartWhenAnotherLeadIsMergedIntoIt() throws Exception {
    String other = Assay.newLead();
    Assay.post(Assay.event("e-1", other, "demo_request", "")).statusCode(200);

    Assay.merge(lead, other).statusCode(200);

    assertThat(inTwoParts()).isFalse();
    assertThat(differences()).isEmpty();
  }

  private boolean inTwoParts() throws Exception {
    return tables
        .rows("SELECT recent_activities <> '' AND activities <> '' FROM lead WHERE lead = ?", lead)
        .equals(List.of("t"));
  }

  private List<String> differences() throws Exception {
    try (Connection connection = database.getConnection()) {
      return new Replay(connection, rules.current()).differences(lead);
    }
  }
}
