package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When an endpoint is reminded of a lead: after that time in a stage without an outcome.
 *
 * @param stage null for no reminders
 */
@Schema(name = "WebhookFollowUp")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowUp(
    @Nullable @Schema(examples = "SQL") String stage,
    @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
            implementation = String.class,
            description = "ISO 8601, PT1M to P90D",
            examples = "P2D")
        Duration after) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem naming what cannot be
   */
  void check() {
    if (stage == null && after == null) {
      return;
    }
    if (stage == null || !Names.sound(stage)) {
      throw Problems.invalid(
          "followUp.stage is missing or too long; expected a stage such as SQL, or {} for no"
              + " reminders");
    }
    if (after == null || after.compareTo(SHORTEST) < 0 || after.compareTo(LONGEST) > 0) {
      throw Problems.invalid(
          "followUp.after is %s; expected a duration from PT1M to P90D, such as P2D"
              .formatted(after));
    }
  }
}
