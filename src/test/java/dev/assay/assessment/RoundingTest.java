package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** What {@link RoundingMode#HALF_UP} calls up is away from zero. */
class RoundingTest {

  @Test
  void ofAQuotientGoesHalfAwayFromZero() {
    for (long dividend = -60; dividend <= 60; dividend++) {
      for (long divisor = 1; divisor <= 25; divisor++) {
        assertThat(Rounding.divide(dividend, divisor))
            .as("%d / %d", dividend, divisor)
            .isEqualTo(
                BigDecimal.valueOf(dividend)
                    .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
                    .longValue());
      }
    }
  }

  @Test
  void ofANumberGoesHalfAwayFromZero() {
    for (int eighths = -80; eighths <= 80; eighths++) {
      assertThat(Rounding.round(eighths / 8.0))
          .isEqualTo(
              BigDecimal.valueOf(eighths / 8.0).setScale(0, RoundingMode.HALF_UP).longValue());
    }
  }
}
