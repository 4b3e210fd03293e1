package dev.assay.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a demo lead did and what sales found out about it: those who want to buy look around more,
 * ask for a demo more often and buy more often, though none of that is sure.
 */
final class DemoHistory {
  private final DemoLead lead;
  private final Instant end;
  private final SplittableRandom random;
  private final List<ObjectNode> events = new ArrayList<>();

  private DemoHistory(DemoLead lead, Instant end, SplittableRandom random) {
    this.lead = lead;
    this.end = end;
    this.random = random;
  }

  /** The events of a lead until the end, in no order. */
  static List<ObjectNode> of(DemoLead lead, Instant end, SplittableRandom random) {
    DemoHistory history = new DemoHistory(lead, end, random);
    history.arrives();
    history.looksAround();
    history.getsMail();
    history.asksAndIsAsked();
    return history.events;
  }

  private void arrives() {
    switch (lead.profile().path("source").asText()) {
      case "Webinar" -> event("webinar_attended", "Summer webinar", days(0, 1));
      case "Trade Show" -> event("trade_show", "Autumn fair", days(0, 1));
      case "Content" -> event("download", "white-paper/scoring", days(0, 1));
      default -> event("page_view", DemoWords.one(random, DemoWords.PAGES), days(0, 1));
    }
  }

  private void looksAround() {
    int visits = random.nextInt(1, 3 + (int) (lead.intent() * 7));
    for (int visit = 0; visit < visits; visit++) {
      Duration when = days(0, 40);
      int pages = random.nextInt(1, 4);
      for (int page = 0; page < pages; page++) {
        boolean keen = random.nextDouble() < lead.intent() * 0.55;
        String path = DemoWords.one(random, keen ? DemoWords.KEEN_PAGES : DemoWords.PAGES);
        event("page_view", path, when.plusMinutes(page * 2L));
      }
    }
    if (random.nextDouble() < 0.03) {
      event("page_view", "/careers", days(0, 30));
    }
  }

  private void getsMail() {
    for (String campaign : DemoWords.CAMPAIGNS) {
      if (random.nextDouble() < 0.15 + lead.intent() * 0.4) {
        Duration when = days(1, 60);
        event("email_open", campaign, when);
        if (random.nextDouble() < lead.intent() * 0.5) {
          event("email_click", campaign, when.plusMinutes(1));
        }
      }
    }
    if (random.nextDouble() < 0.025) {
      event("unsubscribe", "", days(5, 60));
    }
  }

  private void asksAndIsAsked() {
    boolean asks = random.nextDouble() < Math.pow(lead.intent(), 2) * 0.9;
    Duration asked = days(3, 30);
    if (asks) {
      event("demo_request", "Assay", asked);
      if (random.nextDouble() < 0.4) {
        event("trial_signup", "Team", asked.plus(days(1, 5)));
      }
    } else if (random.nextDouble() > lead.intent() * lead.fit() * 0.5) {
      // A few buy without having shown anything.
      if (random.nextDouble() < 0.008) {
        outcome("won", "Came through a partner", days(20, 60));
      }
      return;
    }
    double quality = 0.6 * lead.intent() + 0.4 * lead.fit();
    Duration answered = asked.plus(days(1, 6));
    if (random.nextDouble() > 0.35 + 0.6 * quality) {
      outcome("rejected", DemoWords.one(random, DemoWords.REASONS_REJECTED), answered);
      return;
    }
    outcome("accepted", "", answered);
    if (random.nextDouble() < 0.7) {
      event("meeting", "", answered.plus(days(2, 9)));
    }
    boolean buys = random.nextDouble() < 1 / (1 + Math.exp(-9 * (quality - 0.68)));
    String reason = buys ? "" : DemoWords.one(random, DemoWords.REASONS_LOST);
    outcome(buys ? "won" : "lost", reason, answered.plus(days(12, 50)));
  }

  private Duration days(double least, double most) {
    return Duration.ofMinutes((long) (random.nextDouble(least, most) * 24 * 60));
  }

  private void outcome(String outcome, String reason, Duration after) {
    ObjectNode event = event("outcome", outcome, after);
    if (!reason.isEmpty()) {
      event.putObject("properties").put("reason", reason);
    }
  }

  /** Notes an event, unless it lies beyond the end. */
  private ObjectNode event(String type, String subject, Duration after) {
    Instant when = lead.knownFrom().plus(after).truncatedTo(ChronoUnit.SECONDS);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    if (when.isBefore(end)) {
      event.put("id", lead.key() + "-" + (events.size() + 1));
      event.put("lead", lead.key()).put("type", type).put("subject", subject);
      event.put("occurredAt", when.toString()).put("source", "demo");
      events.add(event);
    }
    return event;
  }
}
