package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FadeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # points, fade, age in days, milliseconds more, what remains
           10 | 50% per 90 days        |   0 |  0 |  10
           10 | 50% per 90 days        |  90 | -1 |  10
           10 | 50% per 90 days        |  90 |  0 |   5
           10 | 50% per 90 days        | 180 | -1 |   5
           10 | 50% per 90 days        | 180 |  0 |   0
           10 | 50% per 90 days        | 999 |  0 |   0
           10 | 30% per 10 days        |  30 |  0 |   1
           10 | 30% per 10 days        |  40 | -1 |   1
           10 | 30% per 10 days        |  40 |  0 |   0
          100 | 50% per 50 days, daily |   1 | -1 | 100
          100 | 50% per 50 days, daily |   1 |  0 |  99
          100 | 50% per 50 days, daily |  99 |  0 |   1
          100 | 50% per 50 days, daily | 100 | -1 |   1
          100 | 50% per 50 days, daily | 100 |  0 |   0
          100 | 100% per 1 day         |   1 | -1 | 100
          100 | 100% per 1 day         |   1 |  0 |   0
           64 | half-life 30 days      |  30 | -1 |  33
           64 | half-life 30 days      |  30 |  0 |  32
           64 | half-life of 30 days   |  90 |  0 |   8
          # 2.5 and 1.5 are rounded away from zero, penalties as awards are
            5 | 50% per 90 days        |  90 |  0 |   3
           -5 | 50% per 90 days        |  90 |  0 |  -3
            3 | half-life 30 days      |  30 |  0 |   2
           -3 | half-life 30 days      |  30 |  0 |  -2
            1 | half-life 30 days      |  30 |  0 |   1
            1 | half-life 30 days      |  31 |  0 |   0
           -1 | 51% per 1 day          |   1 |  0 |   0
            1 | 49% per 1 day          |   1 |  0 |   1
          """)
  void leavesWhatThePassedPeriodsDoNotTake(
      int points, String fade, int days, int millis, long remains) {
    long age = days * Days.MILLIS + millis;

    long total = of(fade).total(points, new long[] {age});

    assertThat(total).isEqualTo(remains);
  }

  @Test
  void roundsTheSumOfOccurrencesOnceAndExactly() {
    // 10 × (1 − 3 × 1/90) = 29/3 each, so three are exactly 29; rounded one by one they were 30
    long[] ages = {3 * Days.MILLIS, 3 * Days.MILLIS, 3 * Days.MILLIS};

    long total = of("100% per 90 days, daily").total(10, ages);

    assertThat(total).isEqualTo(29);
  }

  @Test
  void isExactForMoreThanAnIntegerHolds() {
    long[] ages = new long[10_000];

    long total = of("50% per 3650 days").total(1_000_000, ages);

    assertThat(total).isEqualTo(10_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "50% per 90 days",
        "30% per 10 days",
        "33% per 7 days, daily",
        "half-life 1 day",
        "100% per 3650 days"
      })
  void changesAtNoOtherTimeThanItSays(String text) {
    Fade fade = of(text);

    long at = 0;
    int changes = 0;
    for (long next = fade.nextChange(at); next != Long.MAX_VALUE; next = fade.nextChange(at)) {
      assertThat(fade.total(1_000_000, new long[] {next - 1}))
          .isEqualTo(fade.total(1_000_000, new long[] {at}));
      at = next;
      changes++;
    }

    assertThat(fade.total(1_000_000, new long[] {at})).isZero();
    assertThat(changes).isLessThanOrEqualTo(40);
  }

  @Test
  void leavesNothingOfManyOccurrencesOnceEachIsSpent() {
    long[] ages = new long[5_000];
    java.util.Arrays.fill(ages, 32 * Days.MILLIS);

    long total = of("half-life 1 day").total(1_000_000, ages);

    assertThat(total).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1% per 1 day",
        "100% per 3650 days",
        " 50% per 90 days ",
        "50 % per 90 days",
        "50% PER 90 Days",
        "50% per 90 days,daily",
        "50% per 90 days, daily",
        "half-life 1 day",
        "Half-Life of 3650 days"
      })
  void isReadBackFromItsOwnWords(String text) {
    Fade fade = of(text);

    assertThat(Fade.parse(fade.toString())).isEqualTo(fade);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "50%",
        "0% per 90 days",
        "101% per 90 days",
        "50% per 0 days",
        "50% per 3651 days",
        "-5% per 9 days",
        "0.5% per 9 days",
        "50% a day",
        "50% per month",
        "50%  per 90 days",
        "half-life 0 days",
        "half-life 3651 days",
        "half-life 30",
        "half life 30 days",
        "50% per 90 days, weekly",
        "50% per 90 days; daily",
        "٥٠% per 90 days"
      })
  void isNothingElse(String text) {
    assertThat(Fade.parse(text)).isNull();
  }

  private static Fade of(String text) {
    return Objects.requireNonNull(Fade.parse(text));
  }
}
