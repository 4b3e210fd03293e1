package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person who came as two leads: one that sales know, and one that has reached MQL. */
@QuarkusTest
class MergeTest {
  private static final String WITH_LEADS =
      """
      SELECT table_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'lead' ORDER BY table_name""";

  @Inject Tables tables;

  private final String lead = Assay.newLead();
  private final String other = Assay.newLead();
  private final String address = other + "@example.org";
  private final Instant demoAt = Assay.ago(Duration.ofDays(1));

  @BeforeEach
  void twoLeads() {
    Assay.put(lead, "{\"title\":\"VP of Sales\",\"attributes\":{\"plan\":\"pro\"}}");
    Assay.post(Assay.event("e-1", lead, "page_view", "/pricing")).statusCode(200);
    Assay.put(
        other,
        """
        {"email":"%s","title":"Vice President","employees":300,
         "attributes":{"plan":"free","seats":5}}"""
            .formatted(address));
    Assay.post(demo(other)).body("stage", equalTo("MQL")).body("owner", equalTo("Inbound"));
    Keys.as(Keys.with("sales"))
        .contentType(ContentType.JSON)
        .body("{\"id\":\"o-1\",\"outcome\":\"lost\"}")
        .post("/v1/leads/{lead}/outcomes", other)
        .then()
        .statusCode(200);
    Assay.note(other, "Likes tea").statusCode(201);
  }

  @Test
  void whatWasTheOthersIsTheLeads() throws Exception {
    Assay.merge(lead, other).statusCode(200).body("lead", equalTo(lead));

    for (String name : new String[] {lead, other, address}) {
      Assay.get("/v1/leads/{lead}", name)
          .statusCode(200)
          .body("lead", equalTo(lead))
          .body("profile.title", equalTo("VP of Sales"))
          .body("profile.employees", equalTo(300))
          .body("profile.email", equalTo(address))
          .body("profile.attributes.plan", equalTo("pro"))
          .body("profile.attributes.seats", equalTo(5))
          .body("owner", equalTo("Inbound"))
          .body("aliases", containsInAnyOrder(other, address))
          .body("activities.type", contains("demo_request", "outcome", "page_view"));
    }
    Assay.get("/v1/leads/{lead}/outcomes", lead).body("outcomes.outcome", contains("lost"));
    Assay.get("/v1/leads/{lead}/timeline", lead)
        .body("entries.find { it.kind == 'merge' }.what.from", equalTo(other))
        .body("entries.findAll { it.kind == 'stage' }.what.to", hasItem("MQL"));
    Assay.get("/v1/leads?q=" + address).body("leads.lead", contains(lead));
    assertThat(tables.rows(WITH_LEADS))
        .contains("event", "message", "delivery", "attempt", "lead_note")
        .allSatisfy(
            table ->
                assertThat(tables.count("SELECT count(*) FROM " + table + " WHERE lead = ?", other))
                    .describedAs(table)
                    .isZero());
  }

  @Test
  void messagesFollowWithTheirDeliveriesAndAttempts() throws Exception {
    tables.execute(
        "INSERT INTO webhook_endpoint (id, url, enabled, created_at)"
            + " VALUES (?, 'http://127.0.0.1:9/', false, now())",
        other);
    tables.execute(
        "INSERT INTO delivery (lead, message, type, endpoint, state, next_attempt_at, created_at)"
            + " SELECT lead, id, type, lead, 'delivered', now(), now() FROM message WHERE lead = ?",
        other);
    tables.execute(
        "INSERT INTO attempt SELECT lead, id, 1, now(), 1, 200 FROM delivery WHERE lead = ?",
        other);

    Assay.merge(lead, other).statusCode(200);

    for (String table : new String[] {"message", "delivery", "attempt"}) {
      assertThat(tables.count("SELECT count(*) FROM " + table + " WHERE lead = ?", lead))
          .describedAs(table)
          .isPositive();
    }
    tables.execute("DELETE FROM webhook_endpoint WHERE id = ?", other);
  }

  @Test
  void whatIsSaidNextHasAHigherNumberThanAllThatWasSaidOfEither() throws Exception {
    tables.execute("UPDATE lead SET messages = 40 WHERE lead = ?", other);
    tables.execute("UPDATE lead SET messages = 7 WHERE lead = ?", lead);

    Assay.merge(lead, other).statusCode(200);

    assertThat(
            tables.rows(
                """
                SELECT min(sequence) FROM message
                WHERE lead = ? AND payload::json->'data'->>'lead' = lead AND sequence > 7\
                """,
                lead))
        .containsExactly("41");
  }

  @Test
  void whatComesUnderTheOldNameCountsForTheLead() throws Exception {
    Assay.merge(lead, other).statusCode(200);

    Assay.post(Assay.event("e-2", other, "webinar_attended", ""))
        .body("status", equalTo("accepted"))
        .body("lead", equalTo(lead));
    Assay.put(other, "{\"company\":\"Example Ltd\"}").statusCode(200).body("lead", equalTo(lead));

    assertThat(tables.count("SELECT count(*) FROM lead WHERE lead = ?", other)).isZero();
    Assay.get("/v1/leads/{lead}", lead).body("profile.company", equalTo("Example Ltd"));
  }

  @Test
  void eventsOfBothAreKnownUnderAnyName() {
    Assay.merge(lead, other).statusCode(200);

    for (String name : new String[] {lead, other}) {
      Assay.post(demo(name)).body("status", equalTo("duplicate"));
    }
  }

  @Test
  void whatBothWereToldCountsOnce() {
    Assay.post(demo(lead)).body("status", equalTo("accepted"));

    Assay.merge(lead, other).statusCode(200);

    Assay.get("/v1/leads/{lead}", lead)
        .body("activities.find { it.type == 'demo_request' }.count", equalTo(1));
    Assay.post(demo(lead)).body("status", equalTo("duplicate"));
  }

  @Test
  void eventsOfOneIdThatAreNotTheSameBothCount() throws Exception {
    String others = "{\"id\":\"d-1\",\"lead\":\"%s\",\"type\":\"chat\",\"subject\":\"%s\"}";
    Assay.post(others.formatted(lead, "a")).body("status", equalTo("accepted"));

    Assay.merge(lead, other).statusCode(200);

    Assay.get("/v1/leads/{lead}", lead)
        .body("activities.type", contains("chat", "demo_request", "outcome", "page_view"));
    Assay.get("/v1/leads/{lead}/timeline", lead)
        .body("entries.what.findAll { it.id == 'd-1' }.type", contains("chat", "demo_request"));
    Assay.post(demo(other)).body("status", equalTo("duplicate"));
    Assay.post(demo(lead)).body("status", equalTo("duplicate"));
    Assay.post(others.formatted(other, "a")).body("status", equalTo("duplicate"));
    Assay.post(others.formatted(other, "b")).statusCode(409);
  }

  @Test
  void aMergedLeadMayBeMergedOn() {
    String third = Assay.newLead();
    Assay.post(Assay.event("e-9", third, "chat", "")).statusCode(200);
    Assay.merge(lead, other).statusCode(200);

    Assay.merge(third, other).statusCode(200).body("lead", equalTo(third));

    for (String name : new String[] {lead, other, address}) {
      Assay.get("/v1/leads/{lead}", name).body("lead", equalTo(third));
    }
    Assay.post(demo(other)).body("status", equalTo("duplicate")).body("lead", equalTo(third));
  }

  @Test
  void mergingAgainChangesNothing() throws Exception {
    Assay.merge(lead, other).statusCode(200);
    var before = Assay.get("/v1/leads/{lead}/timeline", lead).extract().asString();

    Assay.merge(lead, other).statusCode(200).body("lead", equalTo(lead));
    Assay.merge(other, lead).statusCode(200).body("lead", equalTo(lead));
    Assay.merge(lead, address).statusCode(200).body("lead", equalTo(lead));

    assertThat(Assay.get("/v1/leads/{lead}/timeline", lead).extract().asString()).isEqualTo(before);
  }

  @Test
  void aLeadIsNotMergedIntoItselfNorWithOneThatIsNotThere() {
    String unknown = Assay.newLead();

    Assay.merge(lead, lead).statusCode(400).body("detail", containsString("into itself"));
    Assay.merge(lead, unknown).statusCode(404).body("detail", containsString(unknown));
    Assay.merge(unknown, lead).statusCode(404).body("detail", containsString(unknown));
    Assay.merge(lead, " ").statusCode(400).body("detail", containsString("from must not be blank"));
    Assay.get("/v1/leads/{lead}", unknown).statusCode(404);
  }

  @Test
  void whoIsErasedByTheOldNameIsErasedWhole() throws Exception {
    Assay.merge(lead, other).statusCode(200);

    Assay.erase(other).statusCode(204);

    for (String name : new String[] {lead, other}) {
      Assay.get("/v1/leads/{lead}", name).statusCode(404);
      for (String table : tables.rows(WITH_LEADS)) {
        assertThat(tables.count("SELECT count(*) FROM " + table + " WHERE lead = ?", name))
            .describedAs(table)
            .isZero();
      }
    }
    Assay.post(demo(other)).statusCode(410);
  }

  @ParameterizedTest
  @CsvSource({"ingest, 200", "sales, 200", "analyst, 403", "admin, 200"})
  void analystsDoNotMerge(String role, int status) {
    Keys.as(Keys.with(role))
        .contentType(ContentType.JSON)
        .body("{\"from\":\"%s\"}".formatted(other))
        .post("/v1/leads/{lead}/merge", lead)
        .then()
        .statusCode(status);
  }

  private String demo(String of) {
    return "{\"id\":\"d-1\",\"lead\":\"%s\",\"type\":\"demo_request\",\"occurredAt\":\"%s\"}"
        .formatted(of, demoAt);
  }
}
