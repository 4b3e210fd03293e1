package dev.assay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.webhook.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** As shipped nothing is traced. */
@QuarkusTest
@TestProfile(Observed.class)
class UntracedTest {
  @Inject Tables tables;

  @Test
  void noTraceIsStoredOrSent() throws Exception {
    String lead = Assay.newLead();
    try (Receiver receiver = Receiver.answering(200)) {
      Webhooks.register(receiver.url());
      Assay.put(lead, "{\"title\":\"VP of Sales\",\"employees\":300}");

      Assay.post(Assay.event("e-1", lead, "demo_request", ""));

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> receiver.requests().stream().anyMatch(one -> one.body().contains(lead)));
      assertThat(receiver.requests())
          .allSatisfy(one -> assertThat(one.headers()).doesNotContainKey("Traceparent"));
      assertThat(tables.count("SELECT count(traceparent) FROM message WHERE lead = ?", lead))
          .isZero();
    }
  }
}
