package dev.assay.pipeline;

import dev.assay.scoring.step.Event;
import dev.assay.scoring.step.LeadKey;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Makes up what leads do. Any seed can be tried again with {@code -Dassay.seed}. */
public final class Histories {
  private static final List<String> PAGES =
      List.of("/pricing", "/case-studies/acme", "/careers", "/integrations", "/blog");
  private static final List<String> TYPES =
      List.of(
          "demo_request",
          "trial_signup",
          "webinar_attended",
          "webinar_question",
          "email_open",
          "email_click",
          "email_reply",
          "newsletter_signup",
          "unsubscribe",
          "meeting",
          "chat");
  private static final List<String> PATCHES =
      List.of(
          "{\"title\":\"VP of Sales\"}",
          "{\"title\":\"Marketing Intern\",\"employees\":40}",
          "{\"employees\":300,\"country\":\"US\"}",
          "{\"employees\":null,\"industry\":\"Software\"}",
          "{\"phone\":\"+1 202 555 0143\",\"attributes\":{\"plan\":\"pro\",\"seats\":5}}",
          "{\"attributes\":{\"seats\":null},\"doNotContact\":false}",
          "{\"title\":null,\"source\":\"referral\"}");

  public final Random random;

  public Histories() {
    long seed = Long.getLong("assay.seed", new Random().nextLong());
    System.out.println("Histories are made of -Dassay.seed=" + seed);
    random = new Random(seed);
  }

  /** An event at any moment of a span. */
  public Work.AppendEvent event(LeadKey key, int number, Instant from, Duration span) {
    Instant at = from.plusMillis((long) (random.nextDouble() * span.toMillis()));
    return switch (random.nextInt(4)) {
      case 0, 1 -> event(key, number, "page_view", pick(PAGES), at);
      case 2 -> event(key, number, "download", "white-paper/" + random.nextInt(4), at);
      default -> event(key, number, pick(TYPES), random.nextBoolean() ? "" : "autumn", at);
    };
  }

  public static Work.AppendEvent event(
      LeadKey key, int number, String type, String subject, Instant at) {
    String id = "e-" + number;
    byte[] digest = ByteBuffer.allocate(8).putInt(number).putInt(type.hashCode()).array();
    return new Work.AppendEvent(new Event(key, "test", id, type, subject, at, null, digest, null));
  }

  public String patch() {
    return pick(PATCHES);
  }

  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
