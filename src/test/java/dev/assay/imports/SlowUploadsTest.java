package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.http.RawHttp;
import dev.assay.security.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that are slow with their files take nothing away from others. */
@QuarkusTest
class SlowUploadsTest {
  private static final int MAX = 8;
  private static final int MAX_OF_KEY = 2;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI service;

  @Inject Tables tables;

  private final List<RawHttp> slow = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (RawHttp each : slow) {
      each.close();
    }
    await().untilAsserted(() -> Importing.upload("lead\nl-1\n").statusCode(201));
  }

  @Test
  void slowUploadsHoldNoConnectionToTheDatabase() throws Exception {
    String before = connections();
    for (int key = 0; key < MAX / MAX_OF_KEY; key++) {
      begin(Keys.make("slow", "ingest"), MAX_OF_KEY);
    }
    for (int i = 0; i < 50; i++) {
      Assay.put(Assay.newLead(), "{\"title\":\"CEO\"}").statusCode(201);
      Keys.as(Keys.admin()).get("/v1/leads").then().statusCode(200);
    }
    assertThat(connections()).isEqualTo(before);

    Importing.upload("lead\nl-1\n").statusCode(429).header("Retry-After", "5");
  }

  @Test
  void aKeyHasFewUploadsAtOnce() throws Exception {
    String key = Keys.make("slow", "ingest");
    begin(key, MAX_OF_KEY);

    Keys.as(key)
        .contentType("text/csv")
        .body("lead\nl-1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/v1/imports")
        .then()
        .statusCode(429);
    Importing.upload("lead\nl-1\n").statusCode(201);
  }

  @Test
  void aFileThatDoesNotArriveWholeIsNotStored() throws Exception {
    int before = tables.count("SELECT count(*) FROM csv_import");
    String key = Keys.make("slow", "ingest");
    begin(key, 1);
    slow.remove(0).close();

    await()
        .untilAsserted(
            () -> {
              begin(key, MAX_OF_KEY);
              hang();
            });
    assertThat(tables.count("SELECT count(*) FROM csv_import")).isEqualTo(before);
  }

  private void hang() throws IOException {
    for (RawHttp each : slow) {
      each.close();
    }
    slow.clear();
  }

  /** Begins uploads that stay half done, and waits until the service has begun to take them. */
  private void begin(String key, int uploads) throws IOException {
    for (int i = 0; i < uploads; i++) {
      RawHttp http = new RawHttp(service);
      slow.add(http);
      http.send(
          "POST /v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\nlead,title\r\n"
              .formatted(key));
    }
    await().pollDelay(java.time.Duration.ofMillis(300)).until(() -> true);
  }

  /** Connections of the service on which a transaction is open. */
  private String connections() throws Exception {
    return tables
        .rows(
            "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND application_name <> ?",
            "none")
        .toString();
  }
}
