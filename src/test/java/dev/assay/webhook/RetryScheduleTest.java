package dev.assay.webhook;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.webhook.Answer.Answered;
import dev.assay.webhook.Answer.Unanswered;
import dev.assay.webhook.Verdict.Delivered;
import dev.assay.webhook.Verdict.Failed;
import dev.assay.webhook.Verdict.Gone;
import dev.assay.webhook.Verdict.Retried;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

  @ParameterizedTest(name = "after try {0}: {1}")
  @CsvSource({
    "1, PT5S",
    "2, PT5M",
    "3, PT30M",
    "4, PT2H",
    "5, PT5H",
    "6, PT10H",
    "7, PT14H",
    "8, PT20H",
    "9, PT24H"
  })
  void pausesGrow(int attempt, Duration pause) {
    Answer failure = new Unanswered("refused");

    assertThat(drawing(0.5).judge(failure, attempt, NOW)).isEqualTo(new Retried(NOW.plus(pause)));
    assertThat(drawing(0).judge(failure, attempt, NOW))
        .isEqualTo(new Retried(NOW.plusMillis(pause.toMillis() * 8 / 10)));
    assertThat(drawing(1).judge(failure, attempt, NOW))
        .isEqualTo(new Retried(NOW.plusMillis(pause.toMillis() * 12 / 10)));
  }

  @Test
  void theTenthTryIsTheLast() {
    assertThat(drawing(0.5).judge(new Unanswered("refused"), 10, NOW)).isEqualTo(new Failed());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 299})
  void twoHundredsAreSuccess(int status) {
    assertThat(drawing(0.5).judge(answered(status, null), 10, NOW)).isEqualTo(new Delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 304, 307, 308, 400, 404, 409, 411, 429, 500, 503, 599})
  void everythingElseIsTriedAgain(int status) {
    assertThat(drawing(0.5).judge(answered(status, null), 1, NOW))
        .isEqualTo(new Retried(NOW.plusSeconds(5)));
  }

  @Test
  void goneIsGone() {
    assertThat(drawing(0.5).judge(answered(410, "5"), 1, NOW)).isEqualTo(new Gone());
  }

  @ParameterizedTest(name = "{0} → {1} s")
  @CsvSource({
    "120, 120",
    "6, 6",
    "4, 5",
    "0, 5",
    "-1, 5",
    "86400, 86400",
    "86401, 86400",
    "999999999999999999, 86400",
    "9999999999999999999999, 5",
    "1.5, 5",
    "soon, 5",
    "' 60 ', 60"
  })
  void secondsToWaitAreHonouredWithinADay(String header, long seconds) {
    assertThat(drawing(0.5).judge(answered(429, header), 1, NOW))
        .isEqualTo(new Retried(NOW.plusSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "86400, 86400", "90000, 86400", "-60, 5"})
  void aDateToWaitForIsHonouredWithinADay(long ahead, long seconds) {
    String date = RFC_1123_DATE_TIME.format(NOW.plusSeconds(ahead).atZone(UTC));

    assertThat(drawing(0.5).judge(answered(503, date), 1, NOW))
        .isEqualTo(new Retried(NOW.plusSeconds(seconds)));
  }

  private static Answer answered(int status, @Nullable String retryAfter) {
    return new Answered(status, "", retryAfter);
  }

  private static RetrySchedule drawing(double number) {
    return new RetrySchedule(
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public double nextDouble() {
            return number;
          }
        });
  }
}
