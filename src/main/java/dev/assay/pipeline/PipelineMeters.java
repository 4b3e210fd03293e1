package dev.assay.pipeline;

import dev.assay.scoring.step.Change;
import dev.assay.scoring.step.RuleTimeline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the pipeline tells of itself; {@code docs/metrics.md} says what each figure means. */
@Singleton
class PipelineMeters {
  private static final Duration[] COMMITS =
      List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final DistributionSummary batchSize;
  private final Counter refusals;
  private final Timer assess;
  private final Timer commit;
  private final Map<Step, Counter> stageChanges = new ConcurrentHashMap<>();

  /** From one stage to another. */
  private record Step(String from, String to) {}

  /** The last way to the database, with the commit. */
  @FunctionalInterface
  interface Commit<E extends Exception> {
    void run() throws E;
  }

  PipelineMeters(MeterRegistry registry) {
    this.registry = registry;
    this.batchSize =
        DistributionSummary.builder("assay.batch.size")
            .description("Pieces of work in one transaction")
            .register(registry);
    this.refusals =
        Counter.builder("assay.intake.refused")
            .description("Calls refused because too much was waiting")
            .register(registry);
    this.assess =
        Timer.builder("assay.assess").description("Assessing one lead").register(registry);
    this.commit =
        Timer.builder("assay.commit")
            .description("Writing what one batch changed, and making it durable")
            .serviceLevelObjectives(COMMITS)
            .register(registry);
  }

  /** Tells from now on how much waits or is under way. */
  void watchDepth(Supplier<Number> depth) {
    Gauge.builder("assay.intake.depth", depth)
        .description("Pieces of work that wait or are under way")
        .register(registry);
  }

  void refused() {
    refusals.increment();
  }

  void batch(int size) {
    batchSize.record(size);
  }

  /** The same rules, each assessment timed. */
  RuleTimeline timed(RuleTimeline timeline) {
    return timeline.with(rules -> new TimedRules(rules, assess));
  }

  <E extends Exception> void commit(Commit<E> work) throws E {
    Timer.Sample began = Timer.start(registry);
    work.run();
    began.stop(commit);
  }

  /** Counts changes that are durable. */
  void stageChanges(List<Change.StageChanged> changes) {
    for (Change.StageChanged change : changes) {
      stageChanges
          .computeIfAbsent(new Step(name(change.from()), name(change.to())), this::counter)
          .increment();
    }
  }

  private Counter counter(Step step) {
    return Counter.builder("assay.stage.changes")
        .description("Leads that moved from one stage to another")
        .tags("from", step.from, "to", step.to)
        .register(registry);
  }

  private static String name(@Nullable String stage) {
    return Objects.requireNonNullElse(stage, "none");
  }
}
