package dev.assay.event;

import dev.assay.event.EventAnswer.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts answers by what became of the event; {@code docs/metrics.md} says more. */
@Singleton
class EventCounters {
  private final Map<Status, Counter> counters = new EnumMap<>(Status.class);

  EventCounters(MeterRegistry registry) {
    for (Status status : Status.values()) {
      counters.put(
          status,
          Counter.builder("assay.events")
              .description("Events that were answered")
              .tag("status", status.name())
              .register(registry));
    }
  }

  /** Counts the events of one call. */
  void count(List<EventAnswer> answers) {
    int[] counts = new int[Status.values().length];
    answers.forEach(answer -> counts[answer.status().ordinal()]++);
    counters.forEach((status, counter) -> counter.increment(counts[status.ordinal()]));
  }
}
