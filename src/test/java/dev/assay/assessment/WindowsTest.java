package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
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

  private long[] ascending(int number, int below) {
    return random.longs(number, 0, below).sorted().toArray();
  }
}
