package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The only answer that holds a secret.
 *
 * @param secret empty for kinds that are not signed
 */
@Schema(name = "WebhookEndpointCreated")
public record EndpointCreated(
    @JsonUnwrapped Endpoint endpoint,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
            description = "Verifies the messages of a webhook. Shown this once",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret) {

  @Override
  public String toString() {
    return "EndpointCreated[" + endpoint + "]";
  }
}
