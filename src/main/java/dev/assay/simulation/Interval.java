package dev.assay.simulation;

import org.jspecify.annotations.Nullable;

/**
 * An estimate and its 95% confidence interval.
 *
 * @param low the lower limit
 * @param high the upper limit
 */
public record Interval(double value, double low, double high) {

  /** The 97.5% quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * A proportion with its score interval (E. B. Wilson, "Probable inference, the law of succession,
   * and statistical inference", Journal of the American Statistical Association 22, 1927), without
   * continuity correction. Of nothing it is 0, anywhere from 0 to 1.
   */
  static Interval proportion(long hits, long of) {
    if (of == 0) {
      return new Interval(0, 0, 1);
    }
    double share = (double) hits / of;
    double middle = share + Z * Z / (2 * of);
    double half = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
    double scale = 1 + Z * Z / of;
    return new Interval(
        share, hits == 0 ? 0 : (middle - half) / scale, hits == of ? 1 : (middle + half) / scale);
  }

  /**
   * The difference of two independent proportions with its hybrid score interval (R. G. Newcombe,
   * "Interval estimation for the difference between independent proportions: comparison of eleven
   * methods", Statistics in Medicine 17, 1998, method 10).
   */
  static Interval difference(long hits, long of, long otherHits, long otherOf) {
    Interval one = proportion(hits, of);
    Interval other = proportion(otherHits, otherOf);
    double difference = one.value - other.value;
    return new Interval(
        difference,
        difference - Math.hypot(one.value - one.low, other.high - other.value),
        difference + Math.hypot(one.high - one.value, other.value - other.low));
  }

  /**
   * The ratio of two independent proportions with its log interval (D. Katz et al., "Obtaining
   * confidence intervals for the risk ratio in cohort studies", Biometrics 34, 1978); null where
   * either side has no hits, for then there is none.
   */
  static @Nullable Interval ratio(long hits, long of, long otherHits, long otherOf) {
    if (hits == 0 || otherHits == 0) {
      return null;
    }
    double ratio = ((double) hits / of) / ((double) otherHits / otherOf);
    double error = Math.sqrt(1.0 / hits - 1.0 / of + 1.0 / otherHits - 1.0 / otherOf);
    return new Interval(ratio, ratio * Math.exp(-Z * error), ratio * Math.exp(Z * error));
  }
}
