package dev.assay.assessment;

import static dev.assay.engine.Rules.rules;
import static dev.assay.engine.Trial.NOW;
import static dev.assay.engine.Trial.daysAgo;
import static dev.assay.engine.Trial.did;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Trial;
import org.junit.jupiter.api.Test;

class CountingTest {
  private static final Trial EACH = rules().row("type", "call", "each", 4).trial();
  private static final Trial ONCE = rules().row("type", "call", "once", 4).trial();
  private static final Trial LIMITED =
      rules().row("type", "call", "each", 4, "atMost", 3, "within", 30).trial();
  private static final Trial WITHIN = rules().row("type", "call", "once", 4, "within", 30).trial();
  private static final Trial FADING =
      rules().row("type", "call", "once", 4, "fade", "25% per 10 days").trial();

  @Test
  void eachCountsEveryTime() {
    EACH.given(did("call", "", daysAgo(900), 7)).expect(28);
  }

  @Test
  void eachOfPenaltiesTakesEveryTime() {
    rules().row("type", "call", "each", -4).trial().given(did("call", "", NOW, 3)).expect(-12);
  }

  @Test
  void onceCountsAtAll() {
    ONCE.given(did("call", "", daysAgo(900), 7)).expect(4);
  }

  @Test
  void nothingIsGivenForWhatWasNotDone() {
    Assessment none = EACH.given(did("chat", "", NOW)).expect(0);

    assertThat(none.lines()).isEmpty();
  }

  @Test
  void onceFadesFromTheLatestTime() {
    var calls = FADING.given(did("call", "", daysAgo(30))).and(did("call", "", daysAgo(10)));

    calls.expect(3);
    calls.asOf(NOW.minusMillis(1)).expect(4);
  }

  @Test
  void atMostIsReachedByTheLatest() {
    var calls = LIMITED.given(did("call", "", daysAgo(1), 2));

    calls.expect(8);
    calls.and(did("call", "", daysAgo(2))).expect(12);
    calls.and(did("call", "", daysAgo(2), 2)).expect(12);
  }

  @Test
  void atMostLeavesOutTheOldest() {
    Trial fading =
        rules().row("type", "call", "each", 10, "atMost", 1, "fade", "50% per 10 days").trial();

    fading.given(did("call", "", daysAgo(10))).and(did("call", "", daysAgo(9))).expect(10);
  }

  @Test
  void withinEndsToTheMillisecond() {
    var call = WITHIN.given(did("call", "", daysAgo(30)));

    call.asOf(NOW.minusMillis(1)).expect(4);
    call.expect(0);
  }

  @Test
  void withinTheLastDaysOnlyThoseInsideCount() {
    LIMITED
        .given(did("call", "", daysAgo(30), 5))
        .and(did("call", "", daysAgo(30).plusMillis(1)))
        .and(did("call", "", NOW))
        .expect(8);
  }

  @Test
  void onceWithinCountsWhileTheLatestIsInside() {
    WITHIN.given(did("call", "", daysAgo(40))).and(did("call", "", daysAgo(29))).expect(4);
  }

  @Test
  void theFutureIsNotSeenBeforeItComes() {
    var call = EACH.given(did("call", "", NOW.plusMillis(1)));

    Assessment before = call.expect(0);

    assertThat(before.nextReviewAt()).isEqualTo(NOW.plusMillis(1));
    call.asOf(NOW.plusMillis(1)).expect(4);
  }

  @Test
  void anAwardSaysWhatItCounted() {
    Assessment calls =
        LIMITED.given(did("call", "", daysAgo(40))).and(did("call", "", daysAgo(9), 4)).expect(12);

    Line.Award award = (Line.Award) calls.lines().get(0);
    assertThat(award.counted()).containsExactly(new Line.Counted("call", null, 5));
    assertThat(award.occurrences()).isEqualTo(3);
    assertThat(award.first()).isEqualTo(daysAgo(9));
    assertThat(award.pointsEach()).isEqualTo(4);
    assertThat(award.rule().row()).isEqualTo(11);
    assertThat(calls.nextReviewAt()).isEqualTo(daysAgo(9 - 30));
  }

  @Test
  void spentPointsAreNoLineAndNothingToWaitFor() {
    Assessment spent = FADING.given(did("call", "", daysAgo(40))).expect(0);

    assertThat(spent.lines()).isEmpty();
    assertThat(spent.nextReviewAt()).isNull();
  }
}
