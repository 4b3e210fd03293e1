package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.RandomRules;
import dev.assay.engine.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks through the life of leads by chance from review to review, and looks at every moment at
 * which anything could change: between two reviews nothing may.
 */
class NextReviewTest {
  private static final int RULE_SETS = 25;
  private static final int LEADS = 4;
  private static final int MOST_REVIEWS = 300;
  private static final Instant START = Trial.NOW.minus(Duration.ofDays(14));

  static java.util.stream.LongStream seeds() {
    return java.util.stream.LongStream.rangeClosed(1, RULE_SETS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isNeverLaterThanAChange(long seed) {
    RandomRules chance = new RandomRules(seed);
    RuleSet rules = chance.rules().compile(1);
    for (int lead = 0; lead < LEADS; lead++) {
      List<Occurrence> occurrences = chance.occurrences(5);
      walk(rules, chance.lead(), Activities.NONE.with(occurrences), moments(occurrences));
    }
  }

  private static void walk(
      RuleSet rules, Lead lead, Activities activities, NavigableSet<Instant> moments) {
    int reviews = 0;
    for (Instant at = START; at != null; reviews++) {
      Assessment reviewed = rules.assess(lead, activities, at);
      Instant next = reviewed.nextReviewAt();
      if (next != null) {
        assertThat(next).isAfter(at);
      }
      for (Instant between : between(moments, at, next)) {
        assertThat(timeless(rules.assess(lead, activities, between)))
            .as("%s at %s, reviewed %s, next %s", activities, between, at, next)
            .isEqualTo(timeless(reviewed));
      }
      at = next;
    }
    assertThat(reviews).isLessThan(MOST_REVIEWS);
  }

  private static NavigableSet<Instant> between(
      NavigableSet<Instant> moments, Instant from, @Nullable Instant to) {
    NavigableSet<Instant> between =
        new TreeSet<>(
            to == null ? moments.tailSet(from, false) : moments.subSet(from, false, to, false));
    if (to == null) {
      between.add(from.plus(Duration.ofDays(10_000)));
    } else {
      between.add(to.minusMillis(1));
    }
    return between;
  }

  /** Every whole number of days after every occurrence, and the millisecond before. */
  private static NavigableSet<Instant> moments(List<Occurrence> occurrences) {
    NavigableSet<Instant> moments = new TreeSet<>();
    for (Occurrence occurrence : occurrences) {
      for (int days = 0; days <= RandomRules.SPENT_AFTER_DAYS; days++) {
        Instant at = occurrence.at().plus(Duration.ofDays(days));
        moments.add(at);
        moments.add(at.minusMillis(1));
      }
    }
    return moments;
  }

  private static Assessment timeless(Assessment assessment) {
    return new Assessment(
        Instant.EPOCH,
        assessment.ruleset(),
        assessment.score(),
        assessment.grade(),
        assessment.band(),
        assessment.qualifications(),
        assessment.vetoes(),
        assessment.owner(),
        assessment.traits(),
        assessment.lines(),
        null);
  }
}
