package dev.assay.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts and times tries by their result; {@code docs/metrics.md} says what each figure means. */
final class DeliveryTimers {
  private static final Duration[] BUCKETS =
      List.of(50, 100, 250, 500, 1000, 2500, 5000, 15_000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Map<String, Timer> timers;

  DeliveryTimers(MeterRegistry registry) {
    this.timers =
        List.of("delivered", "retried", "failed", "gone").stream()
            .collect(Collectors.toMap(Function.identity(), result -> timer(registry, result)));
  }

  void record(String result, Duration took) {
    Objects.requireNonNull(timers.get(result)).record(took);
  }

  private static Timer timer(MeterRegistry registry, String result) {
    return Timer.builder("assay.deliveries")
        .description("Tries to deliver a message to an endpoint")
        .tag("result", result)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
