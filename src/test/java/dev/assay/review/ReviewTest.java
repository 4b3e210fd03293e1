package dev.assay.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The running service looks for due leads every second. */
@QuarkusTest
class ReviewTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @Test
  void pointsGoWhenTheirTimeIsOver() throws Exception {
    Assay.post(
            Assay.event("e-1", lead, "page_view", "/pricing", Duration.ofDays(30).minusSeconds(4)))
        .body("score", equalTo(10));

    await().atMost(PATIENCE).until(() -> Assay.lead(lead).getInt("score") == 0);

    assertThat(
            tables.rows(
                "SELECT score, event_id FROM score_change WHERE lead = ? ORDER BY sequence", lead))
        .containsExactly("10 e-1", "0 null");
  }

  @Test
  void leadsOnOlderRulesAreAssessedAgain() throws Exception {
    Assay.post(Assay.event("e-1", lead, "demo_request", "")).statusCode(200);

    tables.execute(
        "UPDATE lead SET publication = 0, score = 7, awards = '{}' WHERE lead = ?", lead);
    publishAgain();

    await().atMost(PATIENCE).until(() -> Assay.lead(lead).getInt("score") == 30);
  }

  @Test
  void aLeadThatCannotBeReadHoldsUpNoOther() throws Exception {
    Assay.post(Assay.event("e-1", lead, "demo_request", "")).statusCode(200);
    String broken = "broken-" + lead;
    Assay.put(broken, "{}").statusCode(201);

    tables.execute(
        "UPDATE lead SET activities = 'x', next_review_at = 'epoch' WHERE lead = ?", broken);
    tables.execute("UPDATE lead SET next_review_at = now(), score = 7 WHERE lead = ?", lead);

    await().atMost(PATIENCE).until(() -> Assay.lead(lead).getInt("score") == 30);
    tables.execute("DELETE FROM lead WHERE lead = ?", broken);
  }

  /** The longer nothing was published, the more rarely leads of other rules are looked for. */
  private void publishAgain() throws Exception {
    tables.execute(
        """
        INSERT INTO ruleset_publication
          (sequence, ruleset, replaced, published_at, comment, announce)
        SELECT sequence + 1, ruleset, ruleset, now(), '', false
        FROM ruleset_publication ORDER BY sequence DESC LIMIT 1
        """);
  }
}
