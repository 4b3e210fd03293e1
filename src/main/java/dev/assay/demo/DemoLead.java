package dev.assay.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A made-up person at a company that may buy software, the same one for a number each time.
 *
 * @param fit how well company and person suit the seller, from 0 to 1
 * @param intent how much the person wants to buy, from 0 to 1; nobody sees it, but it shows in what
 *     the person does
 * @param knownFrom when the person was first heard of
 */
record DemoLead(String key, ObjectNode profile, double fit, double intent, Instant knownFrom) {

  /** The time over which the history of all of them spreads. */
  static final Duration PAST = Duration.ofDays(182);

  private static final long SEED = 4_711;

  static String key(int number) {
    return "demo-%04d".formatted(number);
  }

  /** Where chance begins for a lead. */
  static SplittableRandom random(int number) {
    return new SplittableRandom(SEED * 1_000_003 + number);
  }

  /**
   * Makes the person.
   *
   * @param end when the history ends
   */
  static DemoLead of(int number, Instant end, SplittableRandom random) {
    double fit = random.nextDouble();
    double intent = Math.pow(random.nextDouble(), 1.4);
    Instant knownFrom = end.minus(Duration.ofMinutes(random.nextLong(PAST.toMinutes())));
    String first = DemoWords.one(random, DemoWords.FIRST_NAMES);
    String last = DemoWords.one(random, DemoWords.LAST_NAMES);
    String company =
        DemoWords.one(random, DemoWords.COMPANY_BEGINNINGS)
            + DemoWords.one(random, DemoWords.COMPANY_ENDS);
    String domain = company.toLowerCase(Locale.ROOT).replace(" ", "-") + ".example";
    ObjectNode profile = JsonNodeFactory.instance.objectNode();
    profile.put("firstName", first).put("lastName", last).put("company", company);
    profile.put("domain", domain);
    String person = (first + "." + last + "." + number).toLowerCase(Locale.ROOT);
    profile.put("email", person + "@" + (fit < 0.12 ? "gmail.com" : domain));
    profile.put("title", title(fit, random));
    profile.put("industry", DemoWords.one(random, industries(fit)));
    profile.put("country", DemoWords.one(random, DemoWords.COUNTRIES));
    profile.put("source", DemoWords.one(random, DemoWords.SOURCES));
    profile.put("employees", (int) Math.round(Math.exp(1.5 + 4.5 * fit + random.nextDouble() * 2)));
    if (random.nextDouble() < 0.3 + fit / 2) {
      profile.put("phone", "+1 555 %03d %04d".formatted(random.nextInt(200, 999), 1_000 + number));
    }
    profile.putObject("attributes").put("demo", true);
    return new DemoLead(key(number), profile, fit, intent, knownFrom);
  }

  private static List<String> industries(double fit) {
    int from = fit > 0.6 ? 0 : 3;
    return DemoWords.INDUSTRIES.subList(from, fit > 0.6 ? 6 : DemoWords.INDUSTRIES.size());
  }

  private static String title(double fit, SplittableRandom random) {
    double seniority = fit + random.nextDouble(-0.2, 0.2);
    List<String> titles =
        seniority > 0.8
            ? DemoWords.EXECUTIVE
            : seniority > 0.6
                ? DemoWords.DIRECTOR
                : seniority > 0.3 ? DemoWords.MANAGER : DemoWords.OTHERS;
    return DemoWords.one(random, titles).formatted(DemoWords.one(random, DemoWords.DEPARTMENTS));
  }
}
