package dev.assay.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    PAGES,
    STARTING,
    REASSESSING,
    REVIEWING,
    DELIVERING;

    /** Whether it works on leads that are there already. */
    boolean needsLeads() {
      return this != DELIVERING;
    }
  }

  static Options parse(String[] args) {
    List<Work> works = new ArrayList<>();
    boolean full = false;
    int leads = 0;
    int events = 0;
    for (String arg : args) {
      if (arg.equals("--full")) {
        full = true;
      } else if (arg.startsWith(LEADS)) {
        leads = Integer.parseInt(arg.substring(LEADS.length()));
      } else if (arg.startsWith(EVENTS)) {
        events = Integer.parseInt(arg.substring(EVENTS.length()));
      } else {
        works.add(Work.valueOf(arg.toUpperCase(Locale.ROOT)));
      }
    }
    List<Work> chosen = works.isEmpty() ? List.of(Work.values()) : works;
    int all = leads > 0 ? leads : full ? 1_000_000 : 100_000;
    int each = events > 0 ? events : full ? 20 : 5;
    return full
        ? new Options(chosen, all, each, 5, Duration.ofSeconds(10), Duration.ofSeconds(120))
        : new Options(chosen, all, each, 3, Duration.ofSeconds(4), Duration.ofSeconds(120));
  }

  private static final String LEADS = "--leads=";
  private static final String EVENTS = "--events=";
}
