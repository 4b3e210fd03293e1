package dev.assay.engine;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules, leads and histories by chance; the same seed gives the same ones. */
public final class RandomRules {
  /** No span of days in the rules is longer, so nothing changes later than some of these. */
  public static final int LONGEST_DAYS = 9;

  /** The points of one occurrence are gone by then: at most 16 halve each second day. */
  public static final int SPENT_AFTER_DAYS = 24;

  private static final String[] TYPES = {"page_view", "call", "email_open", "outcome"};
  private static final String[] SUBJECTS = {"", "/pricing", "/docs", "/docs/a"};
  private static final String[] INDUSTRIES = {"Software", "Retail", "Banking"};
  private static final String[] TRAITS = {"a", "b", "c"};
  private static final String[] GROUPS = {"One", "Two"};

  private final Random random;

  public RandomRules(long seed) {
    random = new Random(seed);
  }

  /** Some dozen rows of every kind, with groups and limits. */
  public Rules rules() {
    Rules rules =
        Rules.rules()
            .group("One", "fit", maybe() ? -5 : null, maybe() ? 12 : null)
            .group("Two", "engagement", null, maybe() ? 20 : null)
            .total(maybe() ? 0 : null, maybe() ? 40 : null);
    int rows = 4 + random.nextInt(16);
    for (int i = 0; i < rows; i++) {
      rules.row(row(i).toArray());
    }
    return rules
        .row("score", 10, "grade", "A", "band", "warm", "qualify", "MQL", "leaveBelow", 5)
        .row("score", 25, "qualify", "SQL", "assign", "desk")
        .row("score", 5, "band", "cool", "assign", "nobody");
  }

  private List<Object> row(int number) {
    List<Object> row = new ArrayList<>();
    boolean counts = random.nextInt(4) > 0;
    if (counts) {
      row.addAll(List.of("type", one(TYPES)));
      if (maybe()) {
        row.addAll(List.of("subject", "/" + (maybe() ? "docs" : "")));
      }
      switch (random.nextInt(4)) {
        case 0 -> row.addAll(List.of("often", (1 + random.nextInt(3)) + ", " + days()));
        case 1 -> row.addAll(List.of("quiet", days()));
        default -> {}
      }
    } else {
      switch (random.nextInt(4)) {
        case 0 -> row.addAll(List.of("silent", days()));
        case 1 -> row.addAll(List.of("busy", (1 + random.nextInt(4)) + ", " + days()));
        case 2 -> row.addAll(List.of("has", one(TRAITS)));
        default -> row.addAll(List.of("industry", one(INDUSTRIES)));
      }
    }
    if (random.nextInt(4) == 0) {
      row.addAll(List.of("trait", one(TRAITS)));
      return row;
    }
    if (random.nextInt(5) == 0) {
      row.addAll(List.of("lacks", one(TRAITS)));
    }
    points(row, counts, number);
    return row;
  }

  private void points(List<Object> row, boolean counts, int number) {
    boolean each = counts && maybe();
    row.addAll(List.of(each ? "each" : "once", random.nextInt(33) - 16, "reason", "No. " + number));
    if (each && maybe()) {
      row.addAll(List.of("atMost", 1 + random.nextInt(3)));
    }
    if (counts && maybe()) {
      row.addAll(List.of("within", days()));
    }
    if (counts && maybe()) {
      row.addAll(List.of("fade", fade()));
    }
    if (maybe()) {
      row.addAll(List.of("group", one(GROUPS)));
    }
  }

  private String fade() {
    int percent = 40 + random.nextInt(61);
    return switch (random.nextInt(3)) {
      case 0 -> "%d%% per %d days".formatted(percent, days());
      case 1 -> "%d%% per %d days, daily".formatted(percent, days());
      default -> "half-life %d days".formatted(1 + random.nextInt(2));
    };
  }

  public Lead lead() {
    return Leads.inIndustry(one(INDUSTRIES));
  }

  /** What a lead did in the days around {@link Trial#NOW}, and is still to do. */
  public List<Occurrence> occurrences(int most) {
    List<Occurrence> occurrences = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      long days = random.nextInt(14) - 12L;
      long millis = maybe() ? 0 : random.nextInt(86_400_000);
      occurrences.add(
          new Occurrence(
              one(TYPES), one(SUBJECTS), Trial.NOW.plusMillis(days * 86_400_000 + millis)));
    }
    return occurrences;
  }

  /** The same occurrences in pieces of any size. */
  public Activities inPieces(List<Occurrence> occurrences) {
    Activities activities = Activities.NONE;
    for (int from = 0; from < occurrences.size(); ) {
      int to = from + 1 + random.nextInt(occurrences.size() - from);
      activities = activities.with(occurrences.subList(from, to));
      from = to;
    }
    return activities;
  }

  public Random random() {
    return random;
  }

  private boolean maybe() {
    return random.nextBoolean();
  }

  private int days() {
    return 1 + random.nextInt(LONGEST_DAYS);
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
