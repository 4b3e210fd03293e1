package dev.assay.webhook;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One HTTP try, as shown. */
@Schema(name = "Attempt")
public record AttemptView(
    int number,
    Instant at,
    @Schema(description = "Duration in milliseconds", examples = "84") int millis,
    @Nullable @Schema(description = "Null when no answer came", examples = "503") Integer status,
    @Nullable @Schema(description = "Null when an answer came") String error,
    @Nullable @Schema(description = "The first 4 KB of the answer") String body,
    @Nullable @Schema(description = "As sent, signature included; null when nothing was sent")
        Map<String, String> requestHeaders) {}
