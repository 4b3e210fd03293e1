package dev.assay.assessment;

/**
 * Tries a property with generators of many seeds, and names the seed for which it does not hold.
 */
final class Seeds {
  private Seeds() {}

  /** What must hold for every seed. */
  interface Property {
    void holds(long seed);
  }

  static void upTo(int last, Property property) {
    for (long seed = 1; seed <= last; seed++) {
      try {
        property.holds(seed);
      } catch (AssertionError | RuntimeException failed) {
        throw new AssertionError("with seed " + seed + ": " + failed.getMessage(), failed);
      }
    }
  }
}
