package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.http.ConnectionPace.Limits;
import dev.assay.http.ConnectionPace.Slow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionPaceTest {
  private static final long HEADER = 15;
  private static final long WINDOW = 10;
  private static final long BYTES = 100;
  private static final long IDLE = 75;
  private static final long WRITE = 60;

  private final ConnectionPace pace =
      new ConnectionPace(new Limits(HEADER, WINDOW, BYTES, IDLE, WRITE), 0);

  @Test
  void aHeadHasItsTimeFromTheStartHoweverItDrips() {
    for (long now = 0; now < HEADER; now++) {
      pace.bytes(now, 1);
      assertThat(check(now)).isNull();
    }
    assertThat(check(HEADER)).isEqualTo(Slow.HEAD);
  }

  @Test
  void aBodyHasToKeepTheRateInEachWindow() {
    pace.requestBegan(1);
    pace.bytes(2, (int) BYTES);
    assertThat(check(1 + WINDOW - 1)).isNull();
    assertThat(check(1 + WINDOW)).isNull();
    pace.bytes(1 + WINDOW + 1, (int) BYTES - 1);
    assertThat(check(1 + 2 * WINDOW)).isEqualTo(Slow.BODY);
  }

  @Test
  void aBodyThatIsThereMayWaitForItsAnswer() {
    pace.requestBegan(1);
    pace.bodyEnded();
    assertThat(check(10 * IDLE)).isNull();
  }

  @Test
  void aBodyThatTheServiceDoesNotReadIsNotSlow() {
    pace.requestBegan(0);
    assertThat(pace.check(WINDOW, false, 0)).isNull();
    assertThat(check(2 * WINDOW - 1)).isNull();
    assertThat(check(2 * WINDOW)).isEqualTo(Slow.BODY);
  }

  @Test
  void aConnectionThatAsksNothingIsClosedOnlyAfterItsTime() {
    answered(5);
    assertThat(check(5 + IDLE - 1)).isNull();
    assertThat(check(5 + IDLE)).isEqualTo(Slow.IDLE);
  }

  @Test
  void theNextHeadHasItsTimeFromItsFirstByte() {
    answered(5);
    pace.bytes(50, 1);
    assertThat(check(50 + HEADER - 1)).isNull();
    assertThat(check(50 + HEADER)).isEqualTo(Slow.HEAD);
  }

  @Test
  void aConnectionWithOneRequestUnderWayIsNotIdle() {
    pace.requestBegan(1);
    pace.requestBegan(2);
    pace.bodyEnded();
    pace.requestEnded(3);
    assertThat(check(10 * IDLE)).isNull();
    pace.requestEnded(10 * IDLE);
    assertThat(check(11 * IDLE)).isEqualTo(Slow.IDLE);
  }

  @Test
  void anAnswerOfWhichTheClientTakesNothingIsGivenUp() {
    pace.requestBegan(0);
    pace.bodyEnded();
    assertThat(pace.check(1, true, 500)).isNull();
    assertThat(pace.check(WRITE, true, 499)).isNull();
    assertThat(pace.check(2 * WRITE - 1, true, 499)).isNull();
    assertThat(pace.check(2 * WRITE, true, 499)).isEqualTo(Slow.ANSWER);
  }

  private void answered(long at) {
    pace.requestBegan(at - 1);
    pace.bodyEnded();
    pace.requestEnded(at);
  }

  private @Nullable Slow check(long now) {
    return pace.check(now, true, 0);
  }
}
