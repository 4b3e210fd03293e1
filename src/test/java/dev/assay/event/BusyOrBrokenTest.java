package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.agroal.api.AgroalDataSource;
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
      // A single event finds room until the last of the calls is in.
      var answers = new java.util.concurrent.atomic.AtomicInteger();
      refused =
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> tryOne(answers), answer -> answer.extract().statusCode() == 429);
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

  /** Events of another lead may pass, if their worker is not the one that waits. */
  private ValidatableResponse tryOne(java.util.concurrent.atomic.AtomicInteger number) {
    String event = Assay.event("x-" + number.incrementAndGet(), lead, "page_view", "/");
    CompletableFuture<ValidatableResponse> call = postAside(event);
    try {
      return call.get(300, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException taken) {
      return Assay.get("/v1/leads/{lead}", lead);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
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
