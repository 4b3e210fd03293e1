package dev.assay.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an endpoint fares. */
@Schema(name = "WebhookHealth")
public record EndpointHealth(
    @Schema(description = "Tries that failed since the last success") int failures,
    @Nullable @Schema(description = "When the first of them ended") Instant failingSince,
    @Nullable
        @Schema(description = "Nothing is sent before; after it one at a time, until one succeeds")
        Instant pausedUntil) {}
