package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivitiesCodecTest {
  private static final String[] TEXTS = {
    "", "page_view", "/preis/ä", "営業", "🙂", "a b\n\"c\"", "\0"
  };

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void givesBackWhatItWasGiven(long seed) {
    Random random = new Random(seed);
    List<Occurrence> occurrences = new ArrayList<>();
    for (int i = random.nextInt(300); i > 0; i--) {
      occurrences.add(new Occurrence(text(random), text(random), at(random)));
    }
    Activities activities = Activities.NONE.with(occurrences);

    Activities decoded = ActivitiesCodec.decode(ActivitiesCodec.encode(activities));

    assertThat(decoded).isEqualTo(activities).hasToString(activities.toString());
  }

  @Test
  void needsNothingForNothing() {
    byte[] bytes = ActivitiesCodec.encode(Activities.NONE);

    assertThat(bytes).isEmpty();
    assertThat(ActivitiesCodec.decode(bytes)).isEqualTo(Activities.NONE);
  }

  @Test
  void needsFewBytesForAnotherOccurrence() {
    Instant now = Instant.parse("2026-05-17T08:00:00Z");
    List<Occurrence> hourly = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      hourly.add(new Occurrence("page_view", "/pricing", now.plusSeconds(3_600L * i)));
    }

    byte[] bytes = ActivitiesCodec.encode(Activities.NONE.with(hourly));

    assertThat(bytes.length).isLessThan(4_100);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 0x7FFF_FFFFL, 0xFFFF_FFFFL, 0x1_0000_0000L, Long.MAX_VALUE})
  void keepsAnyDistance(long distance) {
    Activities activities =
        new Activities.Builder()
            .add("download", "guide", new long[] {-1_000, distance - 1_000, distance - 1_000})
            .build();

    assertThat(ActivitiesCodec.decode(ActivitiesCodec.encode(activities))).isEqualTo(activities);
  }

  /** Type, subject, number of occurrences, and each distance as a number. */
  @Test
  void readsWhatEarlierVersionsWrote() {
    byte[] earlier =
        HexFormat.of()
            .parseHex(
                "68646f776e6c6f6164656775696465012069706167655f76696577682f70726963"
                    + "696e67031b0000019e70448a001903e8197530");

    assertThat(ActivitiesCodec.decode(earlier))
        .isEqualTo(
            new Activities.Builder()
                .add("page_view", "/pricing", times(1_780_000_000_512L, 1_000, 30_000))
                .add("download", "guide", new long[] {-1})
                .build());
  }

  private static long[] times(long first, long... distances) {
    long[] times = new long[distances.length + 1];
    times[0] = first;
    for (int i = 0; i < distances.length; i++) {
      times[i + 1] = times[i] + distances[i];
    }
    return times;
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private static Instant at(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Instant.EPOCH.minusMillis(random.nextInt());
      case 1 -> Instant.ofEpochMilli(random.nextLong() >> random.nextInt(64));
      default -> Instant.ofEpochMilli(1_780_000_000_000L + random.nextInt(100));
    };
  }
}
