package dev.assay.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Loopback may be reached, everything else is as shipped, and all that is logged can be heard. */
public final class SenderRunning implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "assay.webhook.allowed-hosts", "127.0.0.1",
        "quarkus.log.min-level", "TRACE",
        "quarkus.log.console.level", "WARN");
  }
}
