package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The only answer that holds a secret. */
@Schema(name = "WebhookEndpointCreated")
record EndpointCreated(
    @JsonUnwrapped Endpoint endpoint,
    @Schema(
            description = "Verifies the messages. Shown this once",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret) {

  @Override
  public String toString() {
    return "EndpointCreated[" + endpoint + "]";
  }
}
