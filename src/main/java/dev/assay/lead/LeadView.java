package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a lead as it stands.
 *
 * @param aliases e-mail addresses by which it is known too
 * @param problem why it could not be assessed; the score is then that of assessedAt
 * @param awards points by rule
 * @param activities what it did so far
 */
record LeadView(
    String lead,
    List<String> aliases,
    @JsonRawValue @Schema(implementation = Object.class) String profile,
    int score,
    int fit,
    int engagement,
    @Nullable String grade,
    @Nullable String band,
    @Nullable String stage,
    @Nullable Instant stageSince,
    @Nullable String owner,
    int ruleset,
    @Nullable Instant assessedAt,
    @Nullable Instant nextReviewAt,
    @Nullable Instant lastActivityAt,
    Instant createdAt,
    @Nullable String problem,
    @JsonRawValue @Schema(implementation = Object.class) String awards,
    List<Did> activities) {

  /** One event type on one subject. */
  record Did(String type, @Nullable String subject, int count, Instant first, Instant last) {}
}
