package dev.assay.console;

/**
 * Where a lead stands between who they are and what they do.
 *
 * @param x of the point, in hundredths
 * @param y of the point, in hundredths from the top
 * @param most the points at the far edges
 */
record Quadrant(int x, int y, int most) {

  static Quadrant of(int fit, int engagement) {
    int most = Math.max(60, Math.max(fit, engagement));
    return new Quadrant(
        100 * Math.max(0, fit) / most, 100 - 100 * Math.max(0, engagement) / most, most);
  }

  /** The corner in words. */
  public String words() {
    boolean fits = x >= 50;
    boolean engaged = y <= 50;
    if (fits) {
      return engaged ? "The right person, and interested" : "The right person, not yet interested";
    }
    return engaged ? "Interested, but hardly the right person" : "Neither a fit nor interested yet";
  }
}
