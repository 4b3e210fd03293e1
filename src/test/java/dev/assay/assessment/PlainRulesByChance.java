package dev.assay.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rules by chance; the same seed gives the same ones. */
final class PlainRulesByChance {
  /** No span of days in the rules is longer. */
  private static final int MOST_DAYS = 4;

  /** The points of one occurrence are gone by then, and every window is left. */
  static final int SPENT_AFTER_DAYS = 16;

  private static final Stages STAGES =
      new Stages(List.of(new Stages.Stage("MQL", 5), new Stages.Stage("SQL", null)));

  private final Random random;

  PlainRulesByChance(Random random) {
    this.random = random;
  }

  PlainRules rules() {
    Map<String, Group> groups =
        Map.of(
            "One", new Group("One", Dimension.FIT, maybe(-5), maybe(9)),
            "Two", new Group("Two", Dimension.ENGAGEMENT, null, maybe(12)));
    List<PlainRules.Rule> rules = new ArrayList<>();
    int count = 3 + random.nextInt(8);
    for (int row = 0; row < count; row++) {
      boolean counts = random.nextInt(3) > 0;
      rules.add(
          new PlainRules.Rule(
              RuleSource.row("Row_" + row, "Row", row, row),
              counts ? activities() : history(),
              words(counts)));
    }
    return new PlainRules(
        new ScoringModel(1, groups, maybe(0), maybe(30), STAGES), rules, conclusions());
  }

  private List<PlainRules.Rule> conclusions() {
    return List.of(
        scored(100, 10, card -> card.qualify("MQL").leaveBelow(5).grade("A").trait("warm")),
        scored(101, 20, card -> card.qualify("SQL").assign("desk").band("hot")),
        scored(102, 3, card -> card.grade("B").band("cool").assign("nobody")),
        scored(103, 28, card -> card.veto("too good")));
  }

  private static PlainRules.Rule scored(int order, int least, Consumer<Scorecard> then) {
    return new PlainRules.Rule(
        RuleSource.drl("scored " + least, "chance.drl", order),
        facts ->
            facts.stream()
                .filter(fact -> fact instanceof Score score && score.total() >= least)
                .map(fact -> List.<Activity>of())
                .toList(),
        then);
  }

  private Function<List<Object>, List<List<Activity>>> activities() {
    String type = List.of("a", "call", "page_view").get(random.nextInt(3));
    String subject = random.nextBoolean() ? "/a" : null;
    int days = days();
    int times = 1 + random.nextInt(2);
    Predicate<Activity> asked =
        switch (random.nextInt(3)) {
          case 0 -> one -> one.countWithin(times, days);
          case 1 -> one -> one.quietFor(days);
          default -> one -> true;
        };
    return facts ->
        facts.stream()
            .filter(Activity.class::isInstance)
            .map(Activity.class::cast)
            .filter(one -> one.getType().equals(type))
            .filter(one -> java.util.Objects.equals(one.getSubject(), subject))
            .filter(asked)
            .map(List::of)
            .toList();
  }

  private Function<List<Object>, List<List<Activity>>> history() {
    int days = days();
    int times = 1 + random.nextInt(3);
    boolean quiet = random.nextBoolean();
    return facts ->
        facts.stream()
            .filter(History.class::isInstance)
            .map(History.class::cast)
            .filter(all -> quiet ? all.quietFor(days) : all.countWithin(times, days))
            .map(all -> List.<Activity>of())
            .toList();
  }

  private Consumer<Scorecard> words(boolean counts) {
    int points = random.nextInt(25) - 10;
    boolean each = counts && random.nextBoolean();
    Integer atMost = each ? maybe(2) : null;
    Integer within = counts ? maybe(days()) : null;
    Fade fade = counts && random.nextBoolean() ? fade() : null;
    String group = random.nextBoolean() ? (random.nextBoolean() ? "One" : "two") : null;
    String trait = random.nextInt(3) == 0 ? "trait " + random.nextInt(2) : null;
    return card -> {
      Scorecard said = each ? card.each(points) : card.once(points);
      if (atMost != null) {
        said = said.atMost(atMost);
      }
      if (within != null) {
        said = said.within(within);
      }
      if (fade != null) {
        said = said.fade(fade);
      }
      if (group != null) {
        said = said.group(group);
      }
      if (trait != null) {
        said.trait(trait);
      }
    };
  }

  private Fade fade() {
    int percent = 40 + random.nextInt(61);
    return switch (random.nextInt(3)) {
      case 0 -> new Fade(Fade.Kind.LINEAR, percent, days(), 1);
      case 1 -> new Fade(Fade.Kind.HALF_LIFE, 50, 1, 1);
      default -> {
        int period = days();
        yield new Fade(Fade.Kind.LINEAR, percent, period, period);
      }
    };
  }

  private int days() {
    return 1 + random.nextInt(MOST_DAYS);
  }

  private @Nullable Integer maybe(int value) {
    return random.nextBoolean() ? value : null;
  }
}
