package dev.assay.simulation;

import dev.assay.client.Assay;
import dev.assay.security.Keys;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Leads as a seller has them: most did little, a few did a lot; who asked for a demo or a trial is
 * won more often, and of most nothing was ever reported.
 */
final class Population {
  private static final List<String> TITLES =
      List.of("VP of Sales", "Marketing Intern", "Director of Operations", "CEO", "Analyst");
  private static final List<String> INDUSTRIES = List.of("Software", "Retail", "Gambling");
  private static final List<String[]> DONE =
      List.of(
          new String[] {"page_view", "/pricing"},
          new String[] {"page_view", "/blog"},
          new String[] {"page_view", "/careers"},
          new String[] {"page_view", "/case-studies/acme"},
          new String[] {"email_open", "autumn"},
          new String[] {"email_click", "autumn"},
          new String[] {"download", "white-paper/a"},
          new String[] {"webinar_attended", "a"},
          new String[] {"newsletter_signup", ""});

  private final String family;
  private final Random random = new Random(4);
  private int events;

  private Population(String family) {
    this.family = family;
  }

  /** Makes so many leads, whose keys begin with the family's name. */
  static void settle(String family, int leads) {
    Population population = new Population(family);
    for (int lead = 0; lead < leads; lead++) {
      population.live(family + "-" + lead);
    }
  }

  private void live(String lead) {
    Assay.put(
            lead,
            "{\"title\":\"%s\",\"employees\":%d,\"industry\":\"%s\",\"country\":\"%s\"}"
                .formatted(
                    pick(TITLES),
                    (int) Math.exp(random.nextDouble() * 8),
                    pick(INDUSTRIES),
                    random.nextBoolean() ? "US" : "DE"))
        .statusCode(201);
    List<String> did = new ArrayList<>();
    int busy = (int) Math.min(60, Math.exp(Math.abs(random.nextGaussian()) * 1.4));
    for (int i = 0; i < busy; i++) {
      String[] what = pick(DONE);
      did.add(event(lead, what[0], what[1]));
    }
    boolean asked = random.nextInt(4) == 0;
    if (asked) {
      did.add(event(lead, random.nextBoolean() ? "demo_request" : "trial_signup", ""));
    }
    Assay.post("[" + String.join(",", did) + "]").statusCode(200);
    if (random.nextDouble() < (asked ? 0.5 : 0.1)) {
      report(lead, "won");
    } else if (random.nextDouble() < 0.3) {
      report(lead, "lost");
    }
  }

  private String event(String lead, String type, String subject) {
    Duration ago = Duration.ofMinutes(2_000 + random.nextInt(140_000));
    return Assay.event(family + events++, lead, type, subject, ago);
  }

  private static void report(String lead, String outcome) {
    Keys.as(Keys.with("sales"))
        .contentType(ContentType.JSON)
        .body("{\"id\":\"o\",\"outcome\":\"%s\"}".formatted(outcome))
        .post("/v1/leads/{lead}/outcomes", lead)
        .then()
        .statusCode(200);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
