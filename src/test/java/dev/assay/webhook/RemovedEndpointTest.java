package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
class RemovedEndpointTest {

  private static final String WAITING =
      "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0";

  @Inject Scene scene;
  @Inject Tables tables;

  @Test
  void anEventGoesThroughThoughAnEndpointIsRemovedWhileItIsAnnounced() throws Exception {
    scene.clear();
    String endpoint = scene.register("http://127.0.0.1:1/").endpoint().id();
    String lead = Assay.newLead();
    Assay.put(lead, "{\"title\":\"VP of Sales\",\"employees\":300}");
    CompletableFuture<String> answer;
    try (Connection removing = scene.database.getConnection();
        Statement remove = removing.createStatement()) {
      removing.setAutoCommit(false);
      remove.execute("delete from webhook_endpoint where id = '" + endpoint + "'");
      answer = CompletableFuture.supplyAsync(() -> demo(lead));
      await().until(() -> tables.count(WAITING) > 0);
      removing.commit();
    }

    assertThat(answer.get()).isEqualTo("accepted");
    assertThat(scene.query("select lead from message")).containsExactly(lead);
    assertThat(scene.query("select lead from delivery")).isEmpty();
  }

  private static String demo(String lead) {
    return Assay.post(Assay.event("e-1", lead, "demo_request", "")).extract().path("status");
  }
}
