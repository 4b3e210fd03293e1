package dev.assay.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WalkRestTest {
  private long now = Long.MAX_VALUE - Duration.ofHours(1).toNanos();
  private final WalkRest rest = new WalkRest(() -> now);

  @Test
  void theFirstWalkNeedsNone() {
    assertThat(rest.over()).isTrue();
  }

  @Test
  void itIsFiftyTimesAsLongAndThenTwiceThat() {
    walk(Duration.ofMillis(1));
    lasts(Duration.ofMillis(50));
    walk(Duration.ofMillis(1));
    lasts(Duration.ofMillis(100));
  }

  @Test
  void itIsTwoThousandTimesAsLongAtMost() {
    oftenInVain();
    walk(Duration.ofMillis(1));
    lasts(Duration.ofSeconds(2));
  }

  @Test
  void aWalkThatWasHeldUpIsRepeatedWithinFiveMinutes() {
    oftenInVain();
    walk(Duration.ofSeconds(1));
    lasts(Duration.ofMinutes(5));
  }

  @Test
  void butNoWalkTakesMoreThanAFiftiethOfTheTime() {
    oftenInVain();
    walk(Duration.ofSeconds(10));
    lasts(Duration.ofSeconds(500));
  }

  @Test
  void afterSomethingWasFoundItIsShortAgain() {
    oftenInVain();
    rest.found();
    walk(Duration.ofMillis(1));
    lasts(Duration.ofMillis(50));
  }

  @Test
  void newRulesEndIt() {
    oftenInVain();
    walk(Duration.ofSeconds(1));
    rest.forget();
    assertThat(rest.over()).isTrue();
    walk(Duration.ofMillis(1));
    lasts(Duration.ofMillis(50));
  }

  private void oftenInVain() {
    for (int walks = 0; walks < 10; walks++) {
      walk(Duration.ofMillis(1));
    }
  }

  private void walk(Duration took) {
    long begun = now;
    now += took.toNanos();
    rest.after(begun);
  }

  private void lasts(Duration expected) {
    now += expected.toNanos() - 1;
    assertThat(rest.over()).isFalse();
    now++;
    assertThat(rest.over()).isTrue();
  }
}
