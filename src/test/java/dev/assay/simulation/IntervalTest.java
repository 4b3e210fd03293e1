package dev.assay.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the examples in the papers that gave the formulas. */
class IntervalTest {
  private static final Offset<Double> FOUR_DIGITS = within(0.00005);

  /** Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void proportions(long hits, long of, double low, double high) {
    Interval interval = Interval.proportion(hits, of);

    assertThat(interval.value()).isEqualTo((double) hits / of);
    assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
    assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
  }

  /** Newcombe, "Interval estimation for the difference …", 1998, table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "10, 10, 0, 20, 0.6791, 1.0000",
    "10, 10, 0, 10, 0.6075, 1.0000"
  })
  void differences(long hits, long of, long other, long ofOther, double low, double high) {
    Interval interval = Interval.difference(hits, of, other, ofOther);

    assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
    assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
  }

  /** The Physicians' Health Study: myocardial infarctions with aspirin and with placebo. */
  @Test
  void ratios() {
    Interval interval = Objects.requireNonNull(Interval.ratio(104, 11_037, 189, 11_034));

    assertThat(interval.value()).isCloseTo(0.55, within(0.005));
    assertThat(interval.low()).isCloseTo(0.43, within(0.005));
    assertThat(interval.high()).isCloseTo(0.70, within(0.005));
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertThat(Interval.proportion(0, 0)).isEqualTo(new Interval(0, 0, 1));
    assertThat(Interval.proportion(7, 7).high()).isEqualTo(1);
    assertThat(Interval.ratio(0, 10, 5, 10)).isNull();
    assertThat(Interval.ratio(5, 10, 0, 10)).isNull();
  }
}
