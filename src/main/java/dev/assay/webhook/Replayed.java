package dev.assay.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much is due now that was not before.
 *
 * @param again deliveries that are tried again, under the same {@code webhook-id}
 * @param added messages that the endpoint had not been meant to get
 */
@Schema(name = "WebhookReplayed")
public record Replayed(
    @Schema(description = "Deliveries tried again, with the same webhook-id") int again,
    @Schema(description = "Messages the endpoint had not been meant to get") int added) {}
