package dev.assay.assessment;

/**
 * To whole points, half away from zero, so that a penalty rounds as an award of the same size does.
 */
final class Rounding {
  private Rounding() {}

  static int divide(long dividend, long divisor) {
    long half = divisor / 2;
    return Math.toIntExact((dividend >= 0 ? dividend + half : dividend - half) / divisor);
  }

  static int round(double points) {
    return (int) (Math.signum(points) * Math.floor(Math.abs(points) + 0.5));
  }
}
