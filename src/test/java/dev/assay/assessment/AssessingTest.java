package dev.assay.assessment;

import static dev.assay.assessment.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.Assessment.Conclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The whole law, run by rules in plain Java. */
class AssessingTest {
  private static final int MOST_REVIEWS = 200;
  private static final ScoringModel MODEL =
      new ScoringModel(7, Map.of(), null, null, new Stages(List.of()));
  private static final RuleSource RULE = RuleSource.row("Web_11", "Web", 11, 1);
  private static final RuleSource LATER = RuleSource.row("Web_12", "Web", 12, 2);

  /** Between two reviews nothing changes, however closely one looks. */
  @Test
  void saysWhenTimeAloneCanNextChangeSomething() {
    Seeds.upTo(40, AssessingTest::saysWhenTimeAloneCanNextChangeSomething);
  }

  private static void saysWhenTimeAloneCanNextChangeSomething(long seed) {
    Random random = new Random(seed);
    PlainRules rules = new PlainRulesByChance(random).rules();
    Activities activities = Activities.NONE.with(ActivitiesTest.occurrences(random, 5));
    NavigableSet<Instant> moments = moments(activities);
    int reviews = 0;
    for (Instant at = NOW.minus(Duration.ofDays(6)); at != null; reviews++) {
      Assessment reviewed = rules.assess(Lead.UNKNOWN, activities, at);
      Instant next = reviewed.nextReviewAt();
      if (next != null) {
        assertThat(next).isAfter(at);
      }
      for (Instant between : between(moments, at, next)) {
        assertThat(timeless(rules.assess(Lead.UNKNOWN, activities, between)))
            .as("%s at %s, reviewed %s, next %s", activities, between, at, next)
            .isEqualTo(timeless(reviewed));
      }
      at = next;
    }
    assertThat(reviews).isLessThan(MOST_REVIEWS);
  }

  private static NavigableSet<Instant> moments(Activities activities) {
    NavigableSet<Instant> moments = new TreeSet<>();
    activities.forEach(
        (type, subject, times) ->
            Moments.edges(times, PlainRulesByChance.SPENT_AFTER_DAYS)
                .forEach(edge -> moments.add(Instant.ofEpochMilli(edge))));
    return moments;
  }

  private static NavigableSet<Instant> between(
      NavigableSet<Instant> moments, Instant from, @Nullable Instant to) {
    return to == null ? moments.tailSet(from, false) : moments.subSet(from, false, to, false);
  }

  private static Assessment timeless(Assessment made) {
    return new Assessment(
        Instant.EPOCH,
        made.ruleset(),
        made.score(),
        made.grade(),
        made.band(),
        made.qualifications(),
        made.vetoes(),
        made.owner(),
        made.traits(),
        made.lines(),
        null);
  }

  @Test
  void doesNotDependOnTheOrderInWhichRulesFireAndEventsCome() {
    Seeds.upTo(40, AssessingTest::doesNotDependOnTheOrderInWhichRulesFireAndEventsCome);
  }

  private static void doesNotDependOnTheOrderInWhichRulesFireAndEventsCome(long seed) {
    Random random = new Random(seed);
    PlainRules rules = new PlainRulesByChance(random).rules();
    List<Occurrence> occurrences = ActivitiesTest.occurrences(random, 12);
    Assessment expected = rules.assess(Lead.UNKNOWN, Activities.NONE.with(occurrences), NOW);

    for (int i = 0; i < 5; i++) {
      Collections.shuffle(occurrences, random);
      PlainRules shuffled =
          new PlainRules(
              rules.model(),
              shuffled(rules.rules(), random),
              shuffled(rules.conclusions(), random));
      assertThat(shuffled.assess(Lead.UNKNOWN, Activities.NONE.with(occurrences), NOW))
          .isEqualTo(expected);
    }
  }

  private static List<PlainRules.Rule> shuffled(List<PlainRules.Rule> rules, Random random) {
    List<PlainRules.Rule> shuffled = new ArrayList<>(rules);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  @Test
  void addsUp() {
    Seeds.upTo(40, AssessingTest::addsUp);
  }

  private static void addsUp(long seed) {
    Random random = new Random(seed);
    PlainRules rules = new PlainRulesByChance(random).rules();
    Activities activities = Activities.NONE.with(ActivitiesTest.occurrences(random, 12));

    Assessment made = rules.assess(Lead.UNKNOWN, activities, NOW);

    assertThat(made.lines()).noneMatch(line -> line.points() == 0);
    assertThat(made.lines().stream().mapToInt(Line::points).sum()).isEqualTo(made.score().total());
  }

  @Test
  void showsRulesTheLeadItsHistoryAndItsActivities() {
    Assessing assessing = assessing(did("call", 1), did("chat", 2), did("chat", -1));

    List<Object> facts = assessing.facts();

    assertThat(facts.get(0)).isSameAs(Lead.UNKNOWN);
    assertThat(facts.get(1)).isInstanceOf(History.class);
    assertThat(facts.subList(2, facts.size()))
        .extracting(fact -> ((Activity) fact).getType())
        .containsExactly("call", "chat");
    assertThat(((History) facts.get(1)).getCount()).isEqualTo(2);
  }

  @Test
  void countsASubjectOnceAndOutcomesNotAsWhatTheLeadDid() {
    Assessing assessing =
        assessing(
            did("call", 9),
            new Occurrence("page_view", "/a", NOW),
            new Occurrence(Assessing.OUTCOME, Assessing.WON, NOW));

    assertThat(((History) assessing.facts().get(1)).getCount()).isEqualTo(2);
    assertThat(assessing.facts()).hasSize(2 + 1 + 2 + 2);
  }

  @Test
  void takesTraitsAndStagesThatRulesAssertThemselves() {
    Assessing assessing = assessing();

    assessing.asserted(new Trait("boss"), LATER);
    assessing.asserted(new Trait("boss"), RULE);
    assessing.asserted("anything else", RULE);
    assessing.total();

    assertThat(assessing.finish().traits()).containsExactly(new Conclusion("boss", RULE));
  }

  @Test
  void refusesAStageThatRulesAssertAndTheFunnelDoesNotKnow() {
    Assessing assessing = assessing();
    assessing.asserted(new Qualification("MQL"), RULE);
    assessing.total();

    assertThatThrownBy(assessing::finish)
        .isInstanceOf(RuleFailure.class)
        .hasMessageContaining("stage \"MQL\" is not on the Stages sheet");
  }

  @Test
  void letsRulesConcludeFromTheScoreButNotAward() {
    Assessing assessing = assessing(did("call", 1), did("call", 1));
    Activity calls = (Activity) assessing.facts().get(2);
    assessing.begin(RULE, List.of(calls));
    assessing.scorecard().each(4).within(3);
    assessing.end();

    Score score = assessing.total();
    assessing.begin(LATER, List.of());
    assessing.scorecard().grade("A").band("hot").assign("Ann").veto("no").trait("x");
    assertThatThrownBy(() -> assessing.scorecard().once(1)).isInstanceOf(RuleFailure.class);
    assessing.end();

    assertThat(score).isEqualTo(new Score(8, 0, 8));
    Assessment made = assessing.finish();
    assertThat(made.asOf()).isEqualTo(NOW);
    assertThat(made.ruleset()).isEqualTo(7);
    assertThat(made.score()).isEqualTo(score);
    assertThat(made.lines()).extracting(Line::points).containsExactly(8);
    assertThat(made.gradeValue() + made.bandValue() + made.ownerValue()).isEqualTo("AhotAnn");
    assertThat(made.vetoes()).containsExactly(new Conclusion("no", LATER));
    assertThat(made.nextReviewAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
  }

  @Test
  void ofNobodyByNoRulesIsNothing() {
    Assessment made =
        new PlainRules(MODEL, List.of(), List.of()).assess(Lead.UNKNOWN, Activities.NONE, NOW);

    assertThat(made.score()).isEqualTo(new Score(0, 0, 0));
    assertThat(made.lines()).isEmpty();
    assertThat(made.nextReviewAt()).isNull();
  }

  private static Assessing assessing(Occurrence... occurrences) {
    return new Assessing(
        MODEL, Lead.UNKNOWN, Activities.NONE.with(List.of(occurrences)), NOW, fact -> {});
  }

  private static Occurrence did(String type, int daysAgo) {
    return new Occurrence(type, "", NOW.minus(Duration.ofDays(daysAgo)));
  }
}
