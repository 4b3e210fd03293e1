package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another process holds the row of a lead, so that its events have to wait. */
@QuarkusTest
class BusyOrBrokenTest {
  private static final String WAITING =
      "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";

  @Inject Tables tables;
  @Inject AgroalDataSource database;
  @Inject MeterRegistry meters;

  private final String lead = Assay.newLead();

  @BeforeEach
  void aLead() {
    Assay.put(lead, "{}").statusCode(201);
  }

  @Test
  void aFullIntakeAsksToComeBackAndTakesNothing() throws Exception {
    List<CompletableFuture<ValidatableResponse>> taken = new ArrayList<>();
    ValidatableResponse refused;
    try (Connection other = hold()) {
      for (int call = 0; call < 20; call++) {
        taken.add(postAside(events(call, 1_000)));
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> meters.get("assay.intake.depth").gauge().value() == 20_000);
      refused = Assay.post(Assay.event("one-more", Assay.newLead(), "page_view", "/"));
      other.rollback();
    }

    refused
        .header("Retry-After", "1")
        .contentType("application/problem+json")
        .body("detail", containsString("Nothing was taken"));
    taken.forEach(call -> call.join().statusCode(200));
  }

  @Test
  void aLostConnectionIsAnsweredWithRepeatTheCall() throws Exception {
    String event = Assay.event("e-1", lead, "demo_request", "");
    try (Connection other = hold()) {
      CompletableFuture<ValidatableResponse> call = postAside(event);
      await().until(() -> !tables.rows(WAITING).isEmpty());

      tables.rows("SELECT pg_terminate_backend(pid) FROM (" + WAITING + ") AS w");

      call.join()
          .statusCode(503)
          .header("Retry-After", "1")
          .body("type", equalTo("https://assay.dev/problems/unavailable"))
          .body("detail", containsString("Repeat the call"));
      other.rollback();
    }
    assertThat(Assay.lead(lead).getInt("score")).isZero();
    Assay.post(event).statusCode(200).body("status", equalTo("accepted"));
  }

  private Connection hold() throws Exception {
    Connection other = database.getConnection();
    other.setAutoCommit(false);
    try (PreparedStatement lock =
        other.prepareStatement("SELECT 1 FROM lead WHERE lead = ? FOR UPDATE")) {
      lock.setString(1, lead);
      lock.execute();
    }
    return other;
  }

  private static CompletableFuture<ValidatableResponse> postAside(String body) {
    return CompletableFuture.supplyAsync(
        () -> Assay.post(body), command -> new Thread(command, "caller").start());
  }

  private String events(int call, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Assay.event("e-" + call + "-" + i, lead, "email_open", "news"))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
