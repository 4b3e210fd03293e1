package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
  void whatStillComesOfAnErasedLeadIsRefusedUnderAllItsNames() throws Exception {
    Assay.erase(lead).statusCode(204);

    for (String name : List.of(lead, lead + "-again")) {
      Assay.post(Assay.event("e-1", name, "demo_request", ""))
          .statusCode(410)
          .body("type", equalTo("https://assay.dev/problems/erased"));
      Assay.put(name, "{\"title\":\"CEO\"}").statusCode(410);
    }
    Assay.post(
            "{\"id\":\"e-9\",\"email\":\"%s\",\"type\":\"chat\"}"
                .formatted(email.toUpperCase(Locale.ROOT)))
        .statusCode(410);
    String other = Assay.newLead();
    Assay.put(other, "{\"email\":\"%s\"}".formatted(email)).statusCode(410);
    Assay.get("/v1/leads/{lead}", other).statusCode(404);
    Assay.post(
            "[%s,%s]"
                .formatted(
                    Assay.event("e-2", lead, "chat", ""), Assay.event("e-2", other, "chat", "")))
        .statusCode(200)
        .body("status", equalTo(List.of("rejected", "accepted")))
        .body("[0].problem.status", equalTo(410));
    Assay.put(other, "{\"email\":\"%s\"}".formatted(email)).statusCode(410);

    assertThat(tables.rows(WITH_LEADS))
        .allSatisfy(table -> assertThat(rows(table)).describedAs(table).isZero());
    Assay.get("/v1/leads/{lead}", email).statusCode(404);
  }

  @Test
  void whoIsErasedBeforeAnythingIsKnownIsRefusedLikewise() throws Exception {
    String unknown = Assay.newLead();
    String address = unknown + "@example.net";
    Assay.erase(unknown).statusCode(204);
    Assay.erase(address).statusCode(204);

    Assay.post(Assay.event("e-1", unknown, "chat", "")).statusCode(410);
    Assay.put(Assay.newLead(), "{\"email\":\"%s\"}".formatted(address)).statusCode(410);
    assertThat(tables.count("SELECT count(*) FROM lead WHERE lead IN (?, ?)", unknown, address))
        .isZero();
  }

  @Test
  void namesOfErasedLeadsAreNotKeptInClear() throws Exception {
    Assay.erase(lead).statusCode(204);

    assertThat(tables.rows("SELECT encode(hash, 'escape') FROM erased_name").toString())
        .doesNotContain(lead);
    assertThat(
            tables.count("SELECT count(*) FROM erased_name WHERE hash = erased_name_hash(?)", lead))
        .isEqualTo(1);
    assertThat(
            tables.count(
                "SELECT count(*) FROM erased_name WHERE hash = sha256(convert_to(?, 'UTF8'))",
                lead))
        .isZero();
  }

  @Test
  void whoComesBackLaterIsNew() throws Exception {
    Assay.erase(lead).statusCode(204);
    tables.execute(
        "UPDATE erased_name SET refused_until = now() + interval '1 hour'"
            + " WHERE hash = erased_name_hash(?)",
        lead);
    Assay.post(Assay.event("e-1", lead, "demo_request", "")).statusCode(410);
    tables.execute(
        "UPDATE erased_name SET refused_until = now() WHERE hash = erased_name_hash(?)", lead);

    Assay.post(Assay.event("e-1", lead, "demo_request", ""))
        .statusCode(200)
        .body("status", equalTo("accepted"))
        .body("score", equalTo(30));
    Assay.erase(Assay.newLead()).statusCode(204);
    assertThat(
            tables.count("SELECT count(*) FROM erased_name WHERE hash = erased_name_hash(?)", lead))
        .isZero();
  }

  @Test
  void whatComesWhileALeadIsErasedDoesNotBringItBack() throws Exception {
    AtomicBoolean erased = new AtomicBoolean();
    AtomicInteger next = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(6);
    List<String> names = List.of(lead, lead + "-new", lead + "-late");
    for (int i = 0; i < 6; i++) {
      senders.execute(
          () -> {
            while (!erased.get()) {
              int id = next.incrementAndGet();
              String name = names.get(id % names.size());
              Assay.post(Assay.event("x-" + id, name, "chat", ""));
              Assay.put(name, "{\"email\":\"%s@example.com\"}".formatted(name));
            }
          });
    }
    await().until(() -> next.get() > 60);
    for (String name : names) {
      Assay.erase(name).statusCode(204);
      Assay.erase(name + "@example.com").statusCode(204);
    }
    int after = next.get();
    await().until(() -> next.get() > after + 60);
    erased.set(true);
    senders.shutdown();
    assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

    for (String table : tables.rows(WITH_LEADS)) {
      assertThat(tables.count("SELECT count(*) FROM " + table + " WHERE lead LIKE ?", lead + "%"))
          .describedAs(table)
          .isZero();
    }
  }

  @Test
  void linesOfFilesThatWereRejectedAreErasedThoughNobodyIsStored() throws Exception {
    String unknown = Assay.newLead();
    tables.execute(
        "INSERT INTO csv_import_error SELECT ?, max(id), 2, 'wrong', '[]' FROM csv_import"
            + " WHERE name = 'erasure.csv'",
        unknown + "@example.com");

    Assay.erase(unknown + "@Example.com").statusCode(204);

    assertThat(
            tables.count(
                "SELECT count(*) FROM csv_import_error WHERE lead = ?", unknown + "@example.com"))
        .isZero();
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
