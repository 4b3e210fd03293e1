package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A thousand bytes a second, measured over ten seconds. */
class MinimumRateTest {
  private static final int RATE = 1_000;

  private long now;
  private int left = Integer.MAX_VALUE;

  @Test
  void exactlyTheRateIsEnough() throws IOException {
    InputStream sent = sent(RATE, Duration.ofSeconds(1));

    for (int second = 0; second < 60; second++) {
      assertThat(sent.read(new byte[RATE])).isEqualTo(RATE);
    }
  }

  @Test
  void aByteLessIsNot() throws IOException {
    InputStream sent = sent(RATE, Duration.ofSeconds(1));
    for (int second = 0; second < 9; second++) {
      sent.read(new byte[RATE]);
    }

    assertThatThrownBy(() -> sent.read(new byte[RATE - 1]))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(408));
  }

  @Test
  void nothingIsMeasuredBeforeTheTimeIsOver() throws IOException {
    InputStream sent = sent(1, Duration.ofMillis(9_999));

    assertThat(sent.read()).isZero();
  }

  @Test
  void theEndIsTheEndHoweverLateItComes() throws IOException {
    left = 5;
    InputStream sent = sent(5, Duration.ofSeconds(9));
    sent.read(new byte[5]);

    assertThat(sent.read(new byte[5])).isEqualTo(-1);
  }

  @Test
  void whatWasFastOnceDoesNotCountForLater() throws IOException {
    InputStream sent = sent(1_000_000, Duration.ofSeconds(10));
    sent.read(new byte[1_000_000]);

    assertThatThrownBy(() -> sent.read(new byte[RATE])).isInstanceOf(HttpProblem.class);
  }

  /** Gives at most so many bytes at once, each time after so long. */
  private InputStream sent(int most, Duration each) {
    InputStream slow =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] buffer, int from, int length) {
            now += each.toNanos();
            int read = Math.min(Math.min(most, length), left);
            left -= read;
            return read == 0 ? -1 : read;
          }
        };
    return new MinimumRate(slow, RATE, Duration.ofSeconds(10), () -> now);
  }
}
