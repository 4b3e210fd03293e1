package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HorizonTest {

  @Test
  void isEmptyUntilALaterMomentIsNoted() {
    Horizon horizon = new Horizon(1_000);
    assertThat(horizon.next()).isNull();

    horizon.note(999);
    horizon.note(1_000);
    assertThat(horizon.next()).isNull();

    horizon.note(1_001);
    assertThat(horizon.next()).isEqualTo(Instant.ofEpochMilli(1_001));
    assertThat(horizon.asOf()).isEqualTo(1_000);
  }

  @Test
  void isTheEarliestOfTheLaterMoments() {
    Seeds.upTo(20, HorizonTest::isTheEarliestOfTheLaterMoments);
  }

  private static void isTheEarliestOfTheLaterMoments(long seed) {
    long[] moments = new Random(seed).longs(9, -20, 20).toArray();
    Horizon horizon = new Horizon(3);

    LongStream.of(moments).forEach(horizon::note);

    assertThat(horizon.next())
        .isEqualTo(
            LongStream.of(moments)
                .filter(moment -> moment > 3)
                .sorted()
                .mapToObj(Instant::ofEpochMilli)
                .findFirst()
                .orElse(null));
  }
}
