package dev.assay.simulation;

/**
 * How many of some leads were won.
 *
 * @param rate with its 95% confidence interval (Wilson)
 */
public record Share(long won, long leads, Interval rate) {
  static Share of(long won, long leads) {
    return new Share(won, leads, Interval.proportion(won, leads));
  }
}
