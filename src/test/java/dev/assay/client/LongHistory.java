package dev.assay.client;

import java.time.Duration;

/** A lead that did so much that its row holds what it did in two parts. */
public final class LongHistory {
  public static final int EVENTS = 1_000;

  private static final int IN_A_CALL = 50;
  private static final String[] TYPES = {"page_view", "email_click", "download"};

  private LongHistory() {}

  /** Posts {@link #EVENTS} events of that lead, one an hour. */
  public static void post(String lead) {
    for (int from = 0; from < EVENTS; from += IN_A_CALL) {
      StringBuilder events = new StringBuilder("[");
      for (int i = from; i < from + IN_A_CALL; i++) {
        events
            .append(i == from ? "" : ",")
            .append(
                Assay.event(
                    "long-" + i,
                    lead,
                    TYPES[i % TYPES.length],
                    "/part/" + i % 5,
                    Duration.ofHours(EVENTS - i)));
      }
      Assay.post(events.append("]").toString()).statusCode(200);
    }
  }
}
