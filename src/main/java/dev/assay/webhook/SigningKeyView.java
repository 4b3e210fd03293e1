package dev.assay.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a key that signs.
 *
 * @param publicKey null for v1, which has none
 * @param signsUntil null unless it was replaced
 */
@Schema(name = "SigningKey")
public record SigningKeyView(
    @Schema(
            implementation = String.class,
            enumeration = {"v1", "v1a"})
        SignatureKind kind,
    @Nullable
        @Schema(
            description = "Verifies v1a",
            examples = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        String publicKey,
    Instant createdAt,
    @Nullable @Schema(description = "When it stops signing; null unless it was replaced")
        Instant signsUntil) {}
