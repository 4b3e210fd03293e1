package dev.assay.assessment;

import static dev.assay.assessment.Moments.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardTest {
  private static final RuleSource FIRST = RuleSource.row("Web_11", "Web", 11, 1);
  private static final RuleSource SECOND = RuleSource.row("Web_12", "Web", 12, 2);
  private static final Activity CALLS =
      new Activity("call", null, new long[] {daysAgo(1), daysAgo(0)}, Moments.now());
  private static final Activity CHATS =
      new Activity("chat", null, new long[] {daysAgo(2)}, Moments.now());

  private final List<Object> asserted = new ArrayList<>();
  private final Scorecard scorecard = new Scorecard(asserted::add);

  @Test
  void takesAllWordsOfAFiringInAnyOrder() {
    fire(
        FIRST,
        card ->
            card.reason("Calls")
                .group("Web")
                .within(30)
                .atMost(3)
                .fade("half-life 2 days")
                .each(4));

    Claim claim = scorecard.claimsInOrder().get(0);

    assertThat(claim.words())
        .isEqualTo(
            new Claim.Words(FIRST, 4, true, 3, 30, Fade.parse("half-life 2 days"), "Calls", "Web"));
  }

  @Test
  void givesOnceWhatIsAwarded() {
    fire(FIRST, card -> card.award(4).reason("awarded"));
    fire(SECOND, card -> card.once(5).reason("once"));

    List<Claim> claims = scorecard.claimsInOrder();

    assertThat(claims).extracting(claim -> claim.each).containsExactly(false, false);
    assertThat(claims).extracting(claim -> claim.reason).containsExactly("awarded", "once");
  }

  @Test
  void givesTwoAwardsWhereAFiringGivesPointsTwice() {
    fire(FIRST, card -> card.reason("one").once(1).within(5).once(2).reason("two"));

    assertThat(scorecard.claimsInOrder())
        .extracting(claim -> claim.points + " " + claim.reason + " " + claim.within)
        .containsExactly("1 one 5", "2 two null");
  }

  @Test
  void joinsFiringsThatSayTheSame() {
    fire(FIRST, List.of(CALLS), card -> card.each(2));
    fire(FIRST, List.of(CHATS), card -> card.each(2));
    fire(FIRST, List.of(CHATS), card -> card.each(3));
    fire(SECOND, List.of(CALLS), card -> card.each(2));

    List<Claim> claims = scorecard.claimsInOrder();

    assertThat(claims)
        .extracting(claim -> claim.rule.row() + " " + claim.points)
        .containsExactly("11 2", "11 3", "12 2");
    assertThat(claims.get(0).activities).containsExactly(CALLS, CHATS);
    assertThat(claims.get(1).activities).containsExactly(CHATS);
  }

  @Test
  void leavesOutWordsWithoutPoints() {
    fire(FIRST, card -> card.reason("nothing").trait("x"));
    fire(SECOND, card -> card.once(1));

    assertThat(scorecard.claimsInOrder()).extracting(claim -> claim.reason).containsOnlyNulls();
  }

  @Test
  void forgetsWhatAFiringThatNeverEndedSaid() {
    scorecard.begin(FIRST, List.of());
    scorecard.once(1).reason("broken off");
    fire(SECOND, card -> card.once(2));

    assertThat(scorecard.claimsInOrder()).extracting(claim -> claim.points).containsExactly(2);
  }

  @Test
  void ordersAwardsByRuleThenReasonThenPoints() {
    fire(SECOND, card -> card.once(1));
    for (int points : new int[] {7, -4, 12, 3, 100}) {
      for (String reason : List.of("z", "a", "m")) {
        fire(FIRST, card -> card.once(points).reason(reason));
      }
    }

    List<Integer> ordered = List.of(-4, 3, 7, 12, 100);
    assertThat(scorecard.claimsInOrder().subList(0, 15))
        .extracting(claim -> claim.reason + claim.points)
        .containsExactlyElementsOf(
            java.util.stream.Stream.of("a", "m", "z")
                .flatMap(reason -> ordered.stream().map(points -> reason + points))
                .toList());
    assertThat(scorecard.claimsInOrder().get(15).rule).isEqualTo(SECOND);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1_000_000, -1, 0, 1_000_000})
  void takesPointsUpToAMillion(int points) {
    fire(FIRST, card -> card.each(points));

    assertThat(scorecard.claimsInOrder().get(0).points).isEqualTo(points);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1_000_001, 1_000_001, Integer.MAX_VALUE})
  void refusesMorePointsThanAMillion(int points) {
    refuses(
        card -> card.once(points), "points must lie between -1000000 and 1000000, not " + points);
  }

  @Test
  void refusesPointsOnceTheyAreTotalled() {
    scorecard.claimsInOrder();

    refuses(card -> card.award(1), "points cannot depend on the Score, which is their total");
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3650"})
  void takesDaysUpToTenYears(int days) {
    fire(FIRST, card -> card.each(1).within(days).atMost(days));

    Claim claim = scorecard.claimsInOrder().get(0);
    assertThat(claim.within).isEqualTo(days);
    assertThat(claim.atMost).isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0})
  void refusesToCountFewerThanOne(int value) {
    refuses(card -> card.within(value), "within must be at least 1, not " + value);
    refuses(card -> card.atMost(value), "atMost must be at least 1, not " + value);
  }

  @Test
  void refusesDaysBeyondTenYears() {
    refuses(card -> card.within(3_651), "within must be at most 3650 days, not 3651");
  }

  @Test
  void refusesAFadeItDoesNotUnderstand() {
    refuses(
        card -> card.fade("slowly"),
        "fade \"slowly\" is not understood; write \"50% per 90 days\" or \"half-life 30 days\"");
  }

  @Test
  void assertsATraitOrAStageThatIsNew() {
    fire(FIRST, card -> card.trait("boss").qualify("MQL"));

    assertThat(asserted).containsExactly(new Trait("boss"), new Qualification("MQL"));
  }

  /** What is asserted again changes no fact, but it may be an earlier rule that says so. */
  @Test
  void takesTheEarlierRuleForATraitOrAStageThatIsKnown() {
    scorecard.conclusions.trait("boss", SECOND);
    scorecard.conclusions.qualification("MQL", SECOND);

    fire(FIRST, card -> card.trait("boss").qualify("MQL"));

    assertThat(asserted).isEmpty();
    assertThat(scorecard.conclusions.traits())
        .containsExactly(new Assessment.Conclusion("boss", FIRST));
    assertThat(
            scorecard.conclusions.qualifications(
                new Stages(List.of(new Stages.Stage("MQL", null)))))
        .containsExactly(new Assessment.Qualified("MQL", null, FIRST));
  }

  @Test
  void passesConclusionsOnInTheNameOfTheRule() {
    scorecard.conclusions.qualification("MQL", FIRST);

    fire(
        FIRST,
        card -> card.leaveBelow(40).veto("spam").grade("A").band("hot").assign("Ann").once(3));

    Conclusions said = scorecard.conclusions;
    assertThat(said.vetoes()).containsExactly(new Assessment.Conclusion("spam", FIRST));
    assertThat(said.grade()).isEqualTo(new Assessment.Conclusion("A", FIRST));
    assertThat(said.band()).isEqualTo(new Assessment.Conclusion("hot", FIRST));
    assertThat(said.owner()).isEqualTo(new Assessment.Conclusion("Ann", FIRST));
    assertThat(said.qualifications(new Stages(List.of(new Stages.Stage("MQL", 40)))))
        .containsExactly(new Assessment.Qualified("MQL", 40, FIRST));
    assertThat(scorecard.claimsInOrder()).extracting(claim -> claim.points).containsExactly(3);
  }

  @Test
  void givesItselfBackSoThatAnyWordMayFollow() {
    Map<String, Function<Scorecard, Scorecard>> words =
        Map.of(
            "trait", card -> card.trait("t"),
            "qualify", card -> card.qualify("s"),
            "leaveBelow", card -> card.leaveBelow(1),
            "veto", card -> card.veto("v"),
            "grade", card -> card.grade("g"),
            "band", card -> card.band("b"),
            "assign", card -> card.assign("a"),
            "fade", card -> card.fade("50% per 9 days"));
    scorecard.begin(FIRST, List.of());

    assertThat(words)
        .allSatisfy((word, said) -> assertThat(said.apply(scorecard)).isSameAs(scorecard));
  }

  @Test
  void isWrittenToByRulesOnly() {
    assertThatThrownBy(() -> scorecard.once(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the scorecard is written to by rules only");
    fire(FIRST, card -> card.once(1));
    assertThatThrownBy(() -> scorecard.grade("A")).isInstanceOf(IllegalStateException.class);
  }

  private void refuses(Consumer<Scorecard> then, String problem) {
    assertThatThrownBy(() -> fire(FIRST, then))
        .isInstanceOf(RuleFailure.class)
        .hasMessage("Rule Web_11 (sheet Web, row 11): " + problem);
  }

  private void fire(RuleSource rule, Consumer<Scorecard> then) {
    fire(rule, List.of(), then);
  }

  private void fire(RuleSource rule, List<Activity> matched, Consumer<Scorecard> then) {
    scorecard.begin(rule, matched);
    then.accept(scorecard);
    scorecard.end();
  }
}
