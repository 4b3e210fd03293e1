package dev.assay.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent to an endpoint again: either what failed since a time, or all that is kept
 * about a lead.
 */
@Schema(name = "WebhookReplayRequest", description = "Either failedSince or lead")
public record ReplayRequest(
    @Nullable @Schema(description = "When the messages were written") Instant failedSince,
    @Nullable @Schema(examples = "l-42") String lead) {}
