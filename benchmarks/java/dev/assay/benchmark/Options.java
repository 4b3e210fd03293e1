package dev.assay.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What to run and how large.
 *
 * @param works names of {@link Work}, all if none is given
 * @param leads in the database at first
 * @param eventsEach events of each of them
 * @param rounds that take turns
 * @param window of one measurement
 * @param warmUp before the first one: two busy cores compile slowly
 */
record Options(
    List<Work> works,
    int leads,
    int eventsEach,
    int rounds,
    Duration window,
    Duration warmUp) {

  enum Work {
    WRITING,
    EVALUATING,
    RANKING,
    REASSESSING,
    DELIVERING;

    /** Whether it works on leads that are there already. */
    boolean needsLeads() {
      return this != DELIVERING;
    }
  }

  static Options parse(String[] args) {
    List<Work> works = new ArrayList<>();
    boolean full = false;
    for (String arg : args) {
      if (arg.equals("--full")) {
        full = true;
      } else {
        works.add(Work.valueOf(arg.toUpperCase(java.util.Locale.ROOT)));
      }
    }
    List<Work> chosen = works.isEmpty() ? List.of(Work.values()) : works;
    return full
        ? new Options(chosen, 1_000_000, 20, 5, Duration.ofSeconds(10), Duration.ofSeconds(120))
        : new Options(chosen, 100_000, 5, 3, Duration.ofSeconds(4), Duration.ofSeconds(60));
  }
}
