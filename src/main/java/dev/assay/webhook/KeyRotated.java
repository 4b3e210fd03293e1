package dev.assay.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new key. A secret is told here and never again.
 *
 * @param secret null for v1a, whose private key is never shown
 * @param publicKey null for v1
 */
@Schema(name = "SigningKeyRotated")
public record KeyRotated(
    @Schema(
            implementation = String.class,
            enumeration = {"v1", "v1a"})
        SignatureKind kind,
    @Nullable @Schema(description = "Verifies v1. Shown this once") String secret,
    @Nullable @Schema(description = "Verifies v1a") String publicKey,
    @Schema(description = "Until then the old key signs along") Instant previousSignsUntil) {

  @Override
  public String toString() {
    return "KeyRotated[" + kind + "]";
  }
}
