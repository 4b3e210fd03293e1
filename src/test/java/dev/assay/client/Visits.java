package dev.assay.client;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Events of many leads, the same ones for the same name. */
public final class Visits {
  private static final List<String[]> DONE =
      List.of(
          new String[] {"page_view", "/pricing"},
          new String[] {"page_view", "/blog"},
          new String[] {"page_view", "/careers"},
          new String[] {"email_open", "autumn"},
          new String[] {"download", "white-paper/a"},
          new String[] {"webinar_attended", "a"},
          new String[] {"demo_request", ""});

  private Visits() {}

  /** So many events of so many leads, of the last hundred days. */
  public static List<String> of(String family, int leads, int events) {
    Random random = new Random(42);
    return IntStream.range(0, events)
        .mapToObj(
            i -> {
              String[] what = DONE.get(random.nextInt(DONE.size()));
              Duration ago = Duration.ofMinutes(1 + random.nextInt(144_000));
              String lead = family + "-" + random.nextInt(leads);
              return Assay.event("e-" + i, lead, what[0], what[1], ago);
            })
        .toList();
  }
}
