package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    assertThat(bytes.length).isLessThan(5_100);
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
