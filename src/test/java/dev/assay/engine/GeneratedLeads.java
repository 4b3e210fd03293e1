package dev.assay.engine;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Lead;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Makes leads and what they did, from the words that generated rules ask for. */
final class GeneratedLeads {
  static final Instant AS_OF = Instant.parse("2026-03-01T08:30:00Z");

  private final Random random;
  private final Words words;

  GeneratedLeads(long seed) {
    random = new Random(seed);
    words = new Words(random);
  }

  Lead lead() {
    Map<String, Object> attributes = new HashMap<>();
    put(attributes, "plan", words.plan());
    put(attributes, "seats", words.seats());
    put(attributes, "vip", random.nextBoolean());
    String country = words.some(words::country);
    return new Lead(
        words.some(() -> "ann@example.com"),
        null,
        null,
        words.some(words::title),
        null,
        null,
        words.some(words::years),
        words.some(() -> "+49 30 123456"),
        null,
        null,
        null,
        words.some(words::industry),
        words.some(words::employees),
        null,
        country,
        null,
        null,
        null,
        null,
        words.uses(),
        null,
        words.some(random::nextBoolean),
        attributes);
  }

  private void put(Map<String, Object> attributes, String name, Object value) {
    if (random.nextBoolean()) {
      attributes.put(name, value);
    }
  }

  Activities activities(int events) {
    Activities.Builder activities = new Activities.Builder();
    for (int i = 0; i < events; i++) {
      long ago = Duration.ofHours(random.nextInt(24 * 120)).toMillis();
      String subject = words.subject();
      activities.add(
          words.type(), subject == null ? "" : subject, new long[] {AS_OF.toEpochMilli() - ago});
    }
    return activities.build();
  }
}
