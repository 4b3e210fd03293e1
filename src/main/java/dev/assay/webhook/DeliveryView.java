package dev.assay.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One message for one endpoint, as shown.
 *
 * @param message the {@code webhook-id}
 * @param lead null when the message concerns none
 * @param nextAttemptAt null unless pending
 */
@Schema(name = "Delivery")
public record DeliveryView(
    @Schema(examples = "4711") long id,
    @Schema(examples = "msg_01kahz3v9q4m8t2d5y7c1n6b0r") String message,
    @Schema(examples = "lead.stage.changed") String type,
    @Nullable @Schema(examples = "l-42") String lead,
    @Schema(examples = "ep_01kahz3v9q4m8t2d5y7c1n6b0r") String endpoint,
    @Schema(description = "Whether it is a mail to the endpoint's contact") boolean toContact,
    @Schema(enumeration = {"pending", "delivered", "failed", "superseded"}) String state,
    @Schema(description = "Tries begun so far") int attemptCount,
    @Nullable Instant nextAttemptAt,
    Instant createdAt,
    @Nullable Instant deliveredAt) {}
