package dev.assay.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Loopback may be reached, and nothing is sent unless the test turns the sender. */
public final class SenderAtRest implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "assay.webhook.allowed-hosts", "127.0.0.1",
        "assay.webhook.sending.enabled", "false",
        "assay.webhook.sending.timeout", "2s",
        "assay.console.url", "https://assay.example.com",
        "quarkus.mailer.mock", "false",
        "quarkus.mailer.from", "assay@example.com",
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", Integer.toString(MailServer.port()),
        // Each mail has to hear a greeting: what may go wrong between here and the server does.
        "quarkus.mailer.keep-alive", "false");
  }
}
