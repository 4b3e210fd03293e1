package dev.assay.assessment;

import static dev.assay.assessment.Moments.NOW_MILLIS;
import static dev.assay.assessment.Moments.daysAgo;
import static dev.assay.assessment.Moments.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {
  private static final int MOST_DAYS = 5;

  private final Random random = new Random(7);

  /** A few times beside sixteen times as many and more are put among them by another way. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0, 9",
    "1, 1",
    "1, 15",
    "1, 16",
    "1, 17",
    "1, 500",
    "3, 48",
    "3, 49",
    "30, 500",
    "200, 300",
    "500, 2"
  })
  void unitesTimesInOrder(int some, int others) {
    for (int run = 0; run < 50; run++) {
      long[] one = ascending(some, 1 + random.nextInt(600));
      long[] other = ascending(others, 1 + random.nextInt(600));
      long[] both = LongStream.concat(LongStream.of(one), LongStream.of(other)).sorted().toArray();

      assertThat(Windows.unite(List.of(one, other))).isEqualTo(both);
      assertThat(Windows.unite(List.of(other, one))).isEqualTo(both);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8, 13})
  void unitesAnyNumberOfLists(int lists) {
    List<long[]> parts = new ArrayList<>();
    for (int i = 0; i < lists; i++) {
      parts.add(ascending(random.nextInt(40), 100));
    }

    long[] united = Windows.unite(parts);

    assertThat(united).isEqualTo(parts.stream().flatMapToLong(LongStream::of).sorted().toArray());
  }

  @Test
  void countsWhatHasNotLeftTheWindow() {
    Seeds.upTo(40, WindowsTest::countsWhatHasNotLeftTheWindow);
  }

  private static void countsWhatHasNotLeftTheWindow(long seed) {
    Moments moments = new Moments(new Random(seed));
    long[] times = moments.past(0, 6);
    for (long asOf : Moments.edges(times, MOST_DAYS)) {
      for (int days = 1; days <= MOST_DAYS; days++) {
        for (int atLeast = 0; atLeast <= times.length + 1; atLeast++) {
          Horizon horizon = new Horizon(asOf);

          boolean counted = Windows.countWithin(times, atLeast, days, horizon);

          assertThat(counted).isEqualTo(inside(times, days, asOf) >= atLeast);
          assertThat(horizon.next()).isEqualTo(end(times, atLeast, days, asOf));
        }
      }
    }
  }

  private static long inside(long[] times, int days, long asOf) {
    return LongStream.of(times).filter(at -> asOf - at < days * Days.MILLIS).count();
  }

  /** The first moment at which fewer are inside: only what leaves a window changes it. */
  private static @org.jspecify.annotations.Nullable Instant end(
      long[] times, int atLeast, int days, long asOf) {
    if (inside(times, days, asOf) < atLeast) {
      return null;
    }
    return LongStream.of(times)
        .map(at -> at + days * Days.MILLIS)
        .filter(leaves -> leaves > asOf && inside(times, days, leaves) < atLeast)
        .mapToObj(Instant::ofEpochMilli)
        .findFirst()
        .orElse(null);
  }

  @Test
  void callsQuietWhatHasAllLeftTheWindow() {
    Seeds.upTo(40, WindowsTest::callsQuietWhatHasAllLeftTheWindow);
  }

  private static void callsQuietWhatHasAllLeftTheWindow(long seed) {
    Moments moments = new Moments(new Random(seed));
    long[] times = moments.past(1, 4);
    long last = times[times.length - 1];
    for (long asOf : Moments.edges(times, MOST_DAYS)) {
      for (int days = 1; days <= MOST_DAYS; days++) {
        Horizon horizon = new Horizon(asOf);

        boolean quiet = Windows.quietFor(times, days, horizon);

        assertThat(quiet).isEqualTo(inside(times, days, asOf) == 0);
        assertThat(horizon.next())
            .isEqualTo(quiet ? null : Instant.ofEpochMilli(last + days * Days.MILLIS));
      }
    }
  }

  @Test
  void callsNothingQuietThatNeverHappened() {
    Horizon horizon = Moments.now();

    boolean quiet = Windows.quietFor(new long[0], 1, horizon);

    assertThat(quiet).isFalse();
    assertThat(horizon.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3_651, Integer.MAX_VALUE})
  void refusesSpansThatNoRuleMayName(int days) {
    long[] once = {NOW_MILLIS};

    assertThatThrownBy(() -> Windows.countWithin(once, 1, days, Moments.now()))
        .hasMessage("days must lie between 1 and 3650, not " + days);
    assertThatThrownBy(() -> Windows.quietFor(once, days, Moments.now()))
        .hasMessage("days must lie between 1 and 3650, not " + days);
  }

  @Test
  void takesTenYearsForTheLongestSpan() {
    Horizon horizon = Moments.now();

    boolean counted = Windows.countWithin(new long[] {daysAgo(3_649)}, 1, 3_650, horizon);

    assertThat(counted).isTrue();
    assertThat(horizon.next()).isEqualTo(Moments.NOW.plusMillis(Days.MILLIS));
  }

  @Test
  void findsTheFirstThatLiesAfterAMoment() {
    Seeds.upTo(40, WindowsTest::findsTheFirstThatLiesAfterAMoment);
  }

  private static void findsTheFirstThatLiesAfterAMoment(long seed) {
    long[] times = new Random(seed).longs(seed % 9, 0, 6).sorted().toArray();
    for (long moment = -1; moment < 7; moment++) {
      long limit = moment;

      int found = Windows.firstAfter(times, moment);

      assertThat(found).isEqualTo(LongStream.of(times).filter(at -> at <= limit).count());
    }
  }

  @Test
  void takesEachTimeAwayOnce() {
    Seeds.upTo(40, WindowsTest::takesEachTimeAwayOnce);
  }

  private static void takesEachTimeAwayOnce(long seed) {
    Random chance = new Random(seed);
    for (int run = 0; run < 50; run++) {
      long[] times = chance.longs(chance.nextInt(12), 0, 8).sorted().toArray();
      List<Long> taken = new ArrayList<>(list(chance.longs(chance.nextInt(8), -1, 10).toArray()));
      List<Long> expected = new ArrayList<>(list(times));
      taken.forEach(expected::remove);
      Collections.shuffle(taken, chance);

      long[] left = Windows.without(times, taken);

      assertThat(list(left)).isEqualTo(expected);
    }
  }

  @Test
  void knowsWhatIsInOrder() {
    Seeds.upTo(40, WindowsTest::knowsWhatIsInOrder);
  }

  private static void knowsWhatIsInOrder(long seed) {
    Random chance = new Random(seed);
    for (int run = 0; run < 50; run++) {
      long[] times = chance.longs(chance.nextInt(5), 0, 4).toArray();
      long[] sorted = times.clone();
      Arrays.sort(sorted);

      assertThat(Windows.ascending(times)).isEqualTo(Arrays.equals(times, sorted));
      assertThat(Windows.ascending(sorted)).isTrue();
    }
  }

  private long[] ascending(int number, int below) {
    return random.longs(number, 0, below).sorted().toArray();
  }
}
