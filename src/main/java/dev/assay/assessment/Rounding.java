package dev.assay.assessment;

/**
 * To whole points, half away from zero, so that a penalty rounds as an award of the same size does.
 */
final class Rounding {
  private Rounding() {}

  static long divide(long dividend, long divisor) {
    long half = divisor / 2;
    return (dividend >= 0 ? dividend + half : dividend - half) / divisor;
  }

  static long round(double points) {
    return (long) (Math.signum(points) * Math.floor(Math.abs(points) + 0.5));
  }
}
