package dev.assay.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much an endpoint bears, all processes together; null for what has no limit of its own.
 *
 * @param perSecond tries begun in a second, on average; as many may come at once after a rest
 * @param atOnce tries under way
 */
@Schema(name = "WebhookLimits")
public record EndpointLimits(
    @Nullable @Schema(minimum = "1", maximum = "10000", examples = "20") Integer perSecond,
    @Nullable
        @Schema(
            minimum = "1",
            maximum = "512",
            description =
                "Without it each process has assay.webhook.sending.concurrency-per-endpoint")
        Integer atOnce) {

  private static final int MOST_PER_SECOND = 10_000;
  private static final int MOST_AT_ONCE = 512;

  void check() {
    check("limits.perSecond", perSecond, MOST_PER_SECOND);
    check("limits.atOnce", atOnce, MOST_AT_ONCE);
  }

  private static void check(String name, @Nullable Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      throw Problems.invalid(
          "%s is %d; expected 1 to %d, or null for no limit".formatted(name, value, most));
    }
  }
}
