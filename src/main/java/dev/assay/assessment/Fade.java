package dev.assay.assessment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the points of one occurrence shrink as it ages.
 *
 * <ul>
 *   <li>{@code 50% per 90 days}: linear; every whole period takes away 50% of the first points
 *   <li>{@code 50% per 90 days, daily}: the same slope, taken in whole days
 *   <li>{@code half-life 30 days}: halves every period, taken in whole days
 * </ul>
 *
 * @param kind the curve
 * @param percent taken away per period, 1 to 100; 50 for a half-life
 * @param period in days
 * @param step in days: the points change only when a whole step has passed
 */
public record Fade(Kind kind, int percent, int period, int step) {

  /** The curve on which points shrink. */
  public enum Kind {
    LINEAR,
    HALF_LIFE
  }

  /** The longest period, in days: ten years. */
  public static final int MAX_DAYS = 3_650;

  private static final Pattern LINEAR =
      Pattern.compile("(\\d{1,3}) ?% per (\\d{1,4}) days?(, ?daily)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HALF_LIFE =
      Pattern.compile("half-life (?:of )?(\\d{1,4}) days?", Pattern.CASE_INSENSITIVE);

  /** The fade that the text describes, or null if it describes none. */
  public static @Nullable Fade parse(String text) {
    Matcher linear = LINEAR.matcher(text.strip());
    if (linear.matches()) {
      int percent = Integer.parseInt(linear.group(1));
      int period = Integer.parseInt(linear.group(2));
      return percent < 1 || percent > 100 || period < 1 || period > MAX_DAYS
          ? null
          : new Fade(Kind.LINEAR, percent, period, linear.group(3) == null ? period : 1);
    }
    Matcher halfLife = HALF_LIFE.matcher(text.strip());
    if (halfLife.matches()) {
      int period = Integer.parseInt(halfLife.group(1));
      return period < 1 || period > MAX_DAYS ? null : new Fade(Kind.HALF_LIFE, 50, period, 1);
    }
    return null;
  }

  /**
   * What remains of the given points, exact for linear fades, rounded half away from zero. Its size
   * only ever shrinks as time passes, so once it is 0 it stays 0.
   *
   * @param points of one occurrence
   * @param ages of the occurrences, in milliseconds, none negative
   */
  long total(int points, long[] ages) {
    if (kind == Kind.LINEAR) {
      // In units of 1/(100 * period), so that whole numbers say it exactly.
      long unit = 100L * period;
      long remaining = 0;
      for (long age : ages) {
        remaining += Math.max(0, unit - percent * steps(age) * step);
      }
      return Rounding.divide(Math.multiplyExact(remaining, points), unit);
    }
    double remaining = 0;
    for (long age : ages) {
      remaining += spent(age) ? 0 : StrictMath.pow(0.5, (double) steps(age) * step / period);
    }
    return Rounding.round(points * remaining);
  }

  /**
   * After how many milliseconds of age an occurrence may next lose points.
   *
   * @return {@link Long#MAX_VALUE} when nothing is left to lose
   */
  long nextChange(long age) {
    return spent(age) ? Long.MAX_VALUE : (steps(age) + 1) * step * Days.MILLIS;
  }

  private boolean spent(long age) {
    long gone = steps(age) * step;
    return kind == Kind.LINEAR ? gone * percent >= 100L * period : gone >= HALVINGS * period;
  }

  private long steps(long age) {
    return age / (step * Days.MILLIS);
  }

  /** After so many halvings nothing counts any more: of a million points 0.0002 would be left. */
  private static final long HALVINGS = 32;

  /** In the words that {@link #parse} understands. */
  @Override
  @JsonValue
  public String toString() {
    return kind == Kind.HALF_LIFE
        ? "half-life " + period + " days"
        : percent + "% per " + period + " days" + (step == period ? "" : ", daily");
  }
}
