package dev.assay.scoring.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Histories are a function of what came in and when it was received, whoever got round to a lead
 * when. Any seed can be tried again with {@code -Dassay.seed}.
 */
class MomentsTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int RUNS = 2_000;

  private final long seed = Long.getLong("assay.seed", new Random().nextLong());
  private final Random random = new Random(seed);

  /** What came in at a moment, in one call. */
  private record Received(Instant at, List<Input> inputs) {}

  /** All that a lead went through. */
  private record Lived(LeadState state, List<String> changes) {}

  @Test
  void itDoesNotMatterWhenWhatIsDueIsDone() {
    for (int run = 0; run < RUNS; run++) {
      Timelines timeline = timeline();
      List<Received> log = log();
      Received[] least = shrunk(log, timeline);
      assertThat(least)
          .describedAs("-Dassay.seed=%d, rules %s, log %s", seed, timeline, List.of(least))
          .isEmpty();
    }
  }

  /** The shortest log found by halving that differs; nothing if this one does not. */
  private Received[] shrunk(List<Received> log, Timelines timeline) {
    if (!differs(log, timeline)) {
      return new Received[0];
    }
    List<Received> least = log;
    for (int part = log.size() / 2; part > 0; part /= 2) {
      for (int from = 0; from + part <= least.size(); ) {
        List<Received> less = new ArrayList<>(least.subList(0, from));
        less.addAll(least.subList(from + part, least.size()));
        if (differs(less, timeline)) {
          least = less;
        } else {
          from += part;
        }
      }
    }
    return least.toArray(Received[]::new);
  }

  private boolean differs(List<Received> log, Timelines timeline) {
    Step step = new Step(timeline);
    Lived lazy = live(step, log, Duration::ofDays, Long.MAX_VALUE);
    Lived eager = live(step, log, Duration::ofMinutes, 61);
    Lived sometimes = live(step, log, Duration::ofHours, 1 + random.nextInt(200));
    return !lazy.equals(eager) || !lazy.equals(sometimes);
  }

  @FunctionalInterface
  private interface Unit {
    Duration of(long amount);
  }

  /** Steps through the log, and in between does what is due every so often. */
  private static Lived live(Step step, List<Received> log, Unit unit, long every) {
    Instant end = START.plus(Duration.ofDays(60));
    Supplier<Duration> rest = () -> unit.of(every);
    List<String> changes = new ArrayList<>();
    LeadState state = LeadState.fresh("l-1");
    Instant now = START;
    List<Received> all = new ArrayList<>(log);
    all.add(new Received(end, List.of(new Input.TimePassed())));
    for (Received next : all) {
      while (every != Long.MAX_VALUE && now.plus(rest.get()).isBefore(next.at())) {
        now = now.plus(rest.get());
        if (state.scored().last().publication() > 0) {
          Outcome outcome = step.step(state, List.of(new Input.TimePassed()), now);
          outcome.changes().forEach(change -> changes.add(words(change)));
          state = outcome.state();
        }
      }
      Outcome outcome = step.step(state, next.inputs(), next.at());
      outcome.changes().forEach(change -> changes.add(words(change)));
      state = outcome.state();
    }
    return new Lived(state, changes);
  }

  /** Failures have no equality of their own. */
  private static String words(Change change) {
    return change.toString();
  }

  private Timelines timeline() {
    List<RulesInForce> all = new ArrayList<>();
    Instant since = START.minusSeconds(1);
    for (int publication = 1; publication <= 1 + random.nextInt(4); publication++) {
      PlainRules rules =
          new PlainRules(
              publication, 5 + random.nextInt(20), 1 + random.nextInt(20), "rep-" + publication);
      all.add(new RulesInForce(publication, since, random.nextBoolean(), rules));
      since = since.plusSeconds(1 + random.nextInt(2_000_000));
    }
    return new Timelines(all);
  }

  private List<Received> log() {
    List<Received> log = new ArrayList<>();
    Instant at = START.plusMillis(1);
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      List<Input> inputs = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(3); j++) {
        inputs.add(input(100 * i + j, at));
      }
      log.add(new Received(at, inputs));
      at = at.plusMillis(1 + (long) (random.nextDouble() * random.nextDouble() * 6e8));
    }
    return log;
  }

  private Input input(int number, Instant at) {
    return switch (random.nextInt(10)) {
      case 0 -> new Input.ProfilePatched("{\"title\":\"VP\"}");
      case 1 -> new Input.ProfilePatched("{\"title\":null}");
      case 2 -> new Input.OwnerAssigned(random.nextBoolean() ? "lee" : "max", "key-1");
      case 3 ->
          new Input.ProfilePatched(
              random.nextInt(3) == 0 ? "{\"lastName\":\"Boom\"}" : "{\"lastName\":null}");
      default ->
          new Input.EventPosted(
              Steps.event(number, at.minusMillis((long) (random.nextDouble() * 1e9) - 60_000)));
    };
  }
}
