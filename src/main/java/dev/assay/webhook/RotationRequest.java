package dev.assay.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which key to replace and how long the old one signs along. */
@Schema(name = "SigningKeyRotation")
public record RotationRequest(
    @Nullable
        @Schema(
            enumeration = {"v1", "v1a"},
            defaultValue = "v1",
            description = "v1a adds an Ed25519 key where there is none")
        String kind,
    @Nullable
        @Schema(
            defaultValue = "PT24H",
            description = "ISO 8601 duration; at most P7D, PT0S ends the old key at once")
        String overlap) {}
