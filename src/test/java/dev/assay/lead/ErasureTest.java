package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ErasureTest {
  private static final String WITH_LEADS =
      """
      SELECT table_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'lead' ORDER BY table_name""";

  @Inject Tables tables;

  private final String lead = Assay.newLead();
  private final String email = lead + "@example.org";

  @BeforeEach
  void aLeadOfWhichEverythingIsKnown() throws Exception {
    Assay.put(
        lead, "{\"email\":\"%s\",\"title\":\"VP of Sales\",\"employees\":300}".formatted(email));
    Assay.post(Assay.event("e-1", lead, "demo_request", "")).body("stage", equalTo("MQL"));
    Assay.assign(lead, "Kim").statusCode(200);
    Assay.put(lead + "-again", "{}").statusCode(201);
    Assay.merge(lead, lead + "-again").statusCode(200);
    Assay.note(lead, "Likes tea").statusCode(201);
    tables.execute(
        "INSERT INTO webhook_endpoint (id, url, enabled, created_at)"
            + " VALUES (?, 'http://127.0.0.1:9/', false, now())",
        lead);
    tables.execute(
        "INSERT INTO delivery (lead, message, type, endpoint, state, next_attempt_at, created_at)"
            + " SELECT lead, id, type, lead, 'delivered', now(), now() FROM message WHERE lead = ?",
        lead);
    tables.execute(
        "INSERT INTO attempt SELECT lead, id, 1000, now(), 1, 200 FROM delivery WHERE lead = ?",
        lead);
    tables.execute(
        "INSERT INTO log_check (repair, started_at, finished_at) VALUES (false, 'epoch', 'epoch')");
    tables.execute(
        "INSERT INTO log_difference SELECT ?, max(id), 'score', '1', '2' FROM log_check", lead);
    tables.execute("INSERT INTO follow_up VALUES (?, 1, ?)", lead, lead);
    tables.execute(
        "INSERT INTO csv_import (name, kind, bytes, digest, delimiter, header, mapping, lines,"
            + " created_by, created_at)"
            + " VALUES ('erasure.csv', 'leads', 1, '', ',', '[]', '[]', 1, 'test', 'epoch')");
    tables.execute(
        "INSERT INTO csv_import_error SELECT ?, max(id), 1, 'wrong', '[]' FROM csv_import"
            + " WHERE name = 'erasure.csv'",
        lead);
    assertThat(tables.rows(WITH_LEADS))
        .contains("attempt", "delivery", "event", "lead", "lead_alias", "message", "stage_change")
        .allSatisfy(table -> assertThat(rows(table)).describedAs(table).isPositive());
  }

  @AfterEach
  void noEndpoint() throws Exception {
    tables.execute("DELETE FROM webhook_endpoint WHERE id = ?", lead);
    tables.execute("DELETE FROM log_check WHERE started_at = 'epoch'");
    tables.execute("DELETE FROM csv_import WHERE name = 'erasure.csv'");
  }

  @Test
  void nothingOfTheLeadIsLeftInAnyTable() throws Exception {
    Assay.erase(email).statusCode(204);

    assertThat(tables.rows(WITH_LEADS))
        .allSatisfy(table -> assertThat(rows(table)).describedAs(table).isZero());
    Assay.get("/v1/leads/{lead}", lead).statusCode(404);
    Assay.get("/v1/leads/{lead}", email).statusCode(404);
  }

  @Test
  void erasingMayBeRepeated() {
    Assay.erase(lead).statusCode(204);

    Assay.erase(lead).statusCode(204);
  }

  @Test
  void whoComesBackIsNew() {
    Assay.erase(lead).statusCode(204);

    Assay.post(Assay.event("e-1", lead, "demo_request", ""))
        .statusCode(200)
        .body("status", equalTo("accepted"))
        .body("score", equalTo(30));
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, PUT, 200", "ingest, GET, 403", "ingest, DELETE, 403",
    "sales, PUT, 403", "sales, GET, 200", "sales, DELETE, 403",
    "analyst, PUT, 403", "analyst, GET, 200", "analyst, DELETE, 403",
    "admin, PUT, 200", "admin, GET, 200", "admin, DELETE, 204",
  })
  void eachRoleMayDoItsOwn(String role, String method, int status) {
    var request = Keys.as(Keys.with(role));
    if (method.equals("PUT")) {
      request.contentType(ContentType.JSON).body("{}");
    }

    request.request(method, "/v1/leads/{lead}", lead).then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"ingest, 403", "sales, 200", "analyst, 200", "admin, 200"})
  void whoMayReadMayReadAllOfIt(String role, int status) {
    for (String path :
        List.of(
            "",
            "/" + lead + "/explanation",
            "/" + lead + "/timeline",
            "/" + lead + "/score-history")) {
      Keys.as(Keys.with(role)).get("/v1/leads" + path).then().statusCode(status);
    }
  }

  private int rows(String table) throws Exception {
    return tables.count("SELECT count(*) FROM " + table + " WHERE lead = ?", lead);
  }
}
