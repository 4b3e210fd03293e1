package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where messages are sent. Its secret is elsewhere, so that it cannot slip out.
 *
 * @param config what its kind needs to know
 * @param eventTypes the types it wants; empty for all
 * @param filter which leads it wants to hear of
 * @param scoreStep points: it hears of a new score that passes a multiple of them
 * @param order in which it gets the messages about one lead
 * @param limits how much it bears
 * @param contact who is mailed when it is disabled without anybody asking, null for nobody
 * @param health how it fares
 * @param digest how often at most it gets what is gathered for it, null to get each by itself
 * @param followUp when it is reminded, null for never
 * @param disabledBecause why it was disabled without anybody asking, null otherwise
 */
@Schema(name = "WebhookEndpoint")
public record Endpoint(
    @Schema(examples = "ep_01kahz3v9q4m8t2d5y7c1n6b0r") String id,
    @Schema(
            implementation = String.class,
            enumeration = {"webhook", "slack", "teams", "email", "template"})
        EndpointKind kind,
    @Schema(
            description = "Shortened where it is a secret",
            examples = "https://crm.example.com/hooks/assay")
        String url,
    @Schema(implementation = Object.class) JsonNode config,
    @Schema(examples = "[\"lead.stage.changed\"]") List<String> eventTypes,
    EndpointFilter filter,
    @Schema(examples = "10") int scoreStep,
    @Schema(
            implementation = String.class,
            enumeration = {"any", "strict", "latest-only"})
        Ordering order,
    EndpointLimits limits,
    @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(implementation = String.class, examples = "PT1H")
        Duration digest,
    @Nullable FollowUp followUp,
    @Nullable @Schema(examples = "CRM") String description,
    @Nullable @Schema(format = "email", examples = "crm-team@example.com") String contact,
    EndpointHealth health,
    boolean enabled,
    @Nullable String disabledBecause,
    Instant createdAt) {

  public Endpoint {
    eventTypes = List.copyOf(eventTypes);
  }
}
