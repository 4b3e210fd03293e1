package dev.assay.operations;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Loopback may be reached by webhooks, and no lead is reviewed, so that those behind stay so. */
public final class Observed implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "assay.webhook.allowed-hosts", "127.0.0.1",
        "assay.review.every", "off",
        "assay.review.count-every", "1s");
  }
}
